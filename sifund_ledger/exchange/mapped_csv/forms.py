"""How a file writes (skrivsätt): its encoding and delimiter, its amounts and their signs, its days."""

from __future__ import annotations

import re
from datetime import date
from decimal import Context, Decimal
from typing import Final, Literal, NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.mapped_csv import findings as codes
from sifund_ledger.exchange.template.cells import form_of, to_the_ore
from sifund_ledger.fields.composed import choice_of
from sifund_ledger.fields.kinds import SHARE, Kind, Setting, unreadable
from sifund_ledger.findings import Bilingual, printable
from sifund_ledger.fiscal import FIRST_YEAR
from sifund_ledger.money import AMOUNT_AMBIGUOUS, AMOUNT_IN_OTHER_UNIT, AMOUNT_UNREADABLE
from sifund_ledger.written import Mark, cleaned, written_amount, written_day

Sign = Literal["as_written", "reversed"]
"""Whether amounts count as they stand, or with the other sign: a ledger has income below zero."""

ENCODING: Final = choice_of(
    "encoding",
    Bilingual("teckenkodning", "encoding"),
    ("utf-8", "windows-1252", "iso-8859-1", "utf-16", "cp850", "cp437"),
    {"utf8": "utf-8", "UTF-8": "utf-8", "cp1252": "windows-1252", "ansi": "windows-1252", "latin-1": "iso-8859-1"},
)
CODECS: Final = {"utf-8": "utf-8-sig", "windows-1252": "cp1252"}
"""The codec of each encoding that is not one by its own name."""
DELIMITER: Final = choice_of(
    "delimiter", Bilingual("avgränsare", "delimiter"), (";", ",", "|", "tab"), sv={"tab": "tabb"}
)
TAB: Final = "tab"
SIGN: Final = choice_of(
    "sign",
    Bilingual("tecken", "sign"),
    ("as_written", "reversed"),
    sv={"as_written": "som_skrivet", "reversed": "omvänt"},
)
_EXACT: Final = Context(prec=200)
"""Signs and differences of what is written with at most 64 characters, with every digit of it."""
_TIME: Final = re.compile(r"[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?")
_TOKENS: Final = re.compile(r"(YYYY|ÅÅÅÅ|YY|ÅÅ)|(MM?)|(DD?)|([^YÅMD0-9]{1,3})")
_DIGITS: Final = {"YYYY": "([0-9]{4})", "YY": "([0-9]{2})", "MM": "([0-9]{2})", "DD": "([0-9]{2})"}
_LONGEST_FORM: Final = 20
_YEAR_FIRST: Final = Bilingual("ÅÅÅÅ-MM-DD", "YYYY-MM-DD")


class DayForm(NamedTuple):
    """How days are written, as ``D/M YYYY`` says: a pattern with year, month and day, in their order in ``parts``."""

    written: str
    pattern: re.Pattern[str]
    parts: tuple[str, ...]

    def day(self, text: str) -> date | None:
        """The day of a text, ``None`` for one in another form; a time behind it does not move it.

        >>> form = day_form("D/M YYYY")
        >>> form.day("1/3 2024"), form.day("2024-03-01")
        (datetime.date(2024, 3, 1), None)
        """
        match = self.pattern.fullmatch(text)
        if match is None:
            return None
        found = {part: int(digits) for part, digits in zip(self.parts, match.groups(), strict=True)}
        year = found["Y"]
        if year < 100:  # two digits are of the years that the law covers
            year += 1900 if year >= (FIRST_YEAR - 1) % 100 else 2000
        try:
            return date(year, found["M"], found["D"])
        except ValueError:
            return None


def day_form(written: str) -> DayForm | None:
    """The form that is written so, ``None`` where it is none: year, month and day must stand in it, each once.

    >>> day_form("ÅÅÅÅMMDD").day("20240301"), day_form("YYYY-MM")
    (datetime.date(2024, 3, 1), None)
    """
    at, pattern, parts = 0, "", list[str]()
    while at < len(written) <= _LONGEST_FORM and (token := _TOKENS.match(written, at)):
        at = token.end()
        if token[4]:
            pattern += re.escape(token[4])
        else:
            word = token[0].replace("Å", "Y")
            pattern += _DIGITS.get(word, "([0-9]{1,2})")
            parts.append(word[0])
    if at < len(written) or sorted(parts) != ["D", "M", "Y"]:
        return None
    return DayForm(written, re.compile(f"{pattern}(?:{_TIME.pattern})?"), tuple(parts))


def _day_form(value: object, place: str, setting: Setting) -> DayForm:
    form = day_form(cleaned(value)) if isinstance(value, str) else None
    if form is None:
        raise unreadable(DAY_FORM.words, value, place, DAY_FORM.example)
    return form


DAY_FORM: Final = Kind(
    "date_form", Bilingual("datumform", "a form of dates"), _day_form, '"YYYY-MM-DD"', {"type": "string"}
)


class Forms(NamedTuple):
    """How a file writes, as its mapping declares it; ``decimal`` and ``day`` are empty where it does not say."""

    encoding: str = "utf-8"
    delimiter: str = ";"
    heading_line: int | None = None
    decimal: Mark = ""
    day: DayForm | None = None
    unit: Unit = "kr"
    sign: Sign = "as_written"

    def amount(self, text: str, place: str) -> Decimal:
        """The amount of a cell, in the file's unit. Raises :class:`~sifund_ledger.Refused` for what is none, for one
        that could be two, and for one with another decimal mark than the file's.

        >>> Forms(decimal=",").amount("1.234,50-", "f.csv:2:Belopp")
        Decimal('-1234.50')
        """
        written = written_amount(text)
        if written is None:
            raise Refused([AMOUNT_UNREADABLE.at(place, value=printable(text))])
        if written.unit not in ("", self.unit):
            raise Refused([AMOUNT_IN_OTHER_UNIT.at(place, value=printable(text), unit=self.unit)])
        if written.unclear and not self.decimal:
            raise Refused([AMOUNT_AMBIGUOUS.at(place, value=printable(text))])
        if self.decimal and not written.unclear and written.mark not in ("", self.decimal):
            raise Refused([codes.CSV_AMOUNT_OTHER_FORM.at(place, value=printable(text), mark=self.decimal)])
        number = to_the_ore(written.by(self.decimal), self.unit)
        return number if isinstance(number, Decimal) else Decimal(number)

    def day_of(self, text: str, place: str) -> date:
        """The day of a cell, in the declared form, or with the year first. Raises :class:`~sifund_ledger.Refused`."""
        plain = cleaned(text)
        if self.day is not None:
            day = self.day.day(plain)
        else:
            read = written_day(plain)
            day = None if read is None or read.zone else read.day
        if day is None:
            form = self.day.written if self.day else _YEAR_FIRST
            raise Refused([codes.CSV_DAY_OTHER_FORM.at(place, value=printable(text), form=form)])
        return day


def signed(amount: Decimal, sign: Sign) -> Decimal:
    """The amount by the sign rule."""
    return _EXACT.minus(amount) if sign == "reversed" else amount


def between(debit: Decimal, credit: Decimal) -> Decimal:
    """What stands in two columns as one amount, debit above zero."""
    return _EXACT.subtract(debit, credit)


def is_amount(kind: Kind) -> bool:
    """Whether a field of a kind takes an amount, with the file's number form and sign rule.

    >>> from sifund_ledger.fields.kinds import AMOUNT, YEAR
    >>> is_amount(AMOUNT), is_amount(YEAR), is_amount(SHARE)
    (True, False, False)
    """
    return form_of(kind) == "number" and kind.name != SHARE.name and not isinstance(kind.schema.get("type"), str)
