"""The kinds of value that a field can have (fältslag), and how each reads Python values and text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, TypeVar

from sifund_ledger.amounts import Language, Unit, format_amount
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.fields import findings as codes
from sifund_ledger.findings import Bilingual, Example, Finding, shown
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.money import AMOUNT_AMBIGUOUS, AMOUNT_NOT_POSITIVE, to_ore
from sifund_ledger.wording import InFile
from sifund_ledger.written import Mark, as_a_choice, cleaned, settled_mark, written_amount, written_day

_Read = TypeVar("_Read")


class Setting(NamedTuple):
    """What a value is read in: the unit of its amounts, their decimal mark where it is known.

    ``marks`` gathers the decimal marks that amounts show, so that others of the same file can be read by them.
    """

    unit: Unit = "kr"
    decimal: Mark = ""
    marks: set[Mark] | None = None

    def ore(self, value: object, place: str) -> int:
        """An amount in öre. Raises as :func:`~sifund_ledger.money.to_ore`."""
        if self.marks is not None and isinstance(value, str) and (read := written_amount(value)) and not read.unclear:
            self.marks.add(read.mark)
        return to_ore(value, unit=self.unit, place=place, decimal=self.decimal)


_LONGEST_DECISION: Final = 300
_LONGEST_NAME: Final = 200
_MOST_DIGITS: Final = 500
_CONTROLS: Final = ("Cc", "Zl", "Zp")
KRONOR: Final = Setting()
"""Amounts in kronor, as Python has them."""


def read_by_marks(
    read: Callable[[Setting], tuple[_Read, list[Finding]]], setting: Setting
) -> tuple[_Read, list[Finding]]:
    """Read a file in a setting, and anew where an amount is unclear and the others show the decimal mark."""
    marks = set[Mark]()
    found, faults = read(setting._replace(marks=marks))
    mark = settled_mark(marks)
    if mark and not setting.decimal and any(fault.kind is AMOUNT_AMBIGUOUS for fault in faults):
        return read(setting._replace(decimal=mark))
    return found, faults


@dataclass(frozen=True, slots=True, eq=False)  # one of its own each: an annotation hashes what stands in it
class Kind:
    """A kind of value: its words, how it is read, an example as a file has it, and its JSON Schema.

    ``read`` takes a Python value or what a file or a command line has, a place and a :class:`Setting`, and raises
    :class:`~sifund_ledger.Refused` with every fault. ``parts`` says how text of the command line, such as
    ``Skola:2017=100``, becomes what a file would have; ``repeated`` that the option may stand several times,
    ``restored`` makes the value of the tuples that an event stores it as, ``said`` has the Swedish word for each that
    is one of a few, ``many`` what several are called, where that is not ``words``.
    """

    name: str
    words: Bilingual
    read: Callable[[Any, str, Setting], Any]
    example: str | Bilingual
    schema: Mapping[str, Any]
    parts: Callable[[Sequence[str]], Any] | None = None
    repeated: bool = False
    restored: Callable[[Any], Any] | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    many: Bilingual | None = None

    @property
    def several(self) -> Bilingual:
        """What several of them are called, as a list or a mapping has them.

        >>> COUNT.several.en, AMOUNT.several.sv
        ('whole numbers', 'belopp')
        """
        return self.many or self.words

    def typed(self, language: Language = "en") -> str:
        """The example as an option of a command or a cell has it, without quotation marks.

        >>> AMOUNT.typed()
        '1 000 000'
        """
        return Example(self.example).spelt(language, InFile("option", language))


def example_of(form: str, *examples: str | Bilingual) -> str | Bilingual:
    """An example made of others, in both languages where one of them is.

    >>> example_of("[{}]", "2014"), example_of("[{}]", Bilingual("ja", "yes"))
    ('[2014]', Bilingual(sv='[ja]', en='[yes]'))
    """
    if all(isinstance(each, str) for each in examples):
        return form.format(*examples)
    both = (Bilingual(each, each) if isinstance(each, str) else each for each in examples)
    return Bilingual(*(form.format(*words) for words in zip(*both, strict=True)))


def unreadable(
    kind: Bilingual, value: object, place: str, example: str | Bilingual, more: object = "", **values: object
) -> Refused:
    """The refusal of a value that is none of its kind; ``more`` is what else there is to say of what may be given."""
    about: dict[str, Any] = {"value": shown(value), "kind": kind, "example": Example(example), "more": more, **values}
    return Refused([codes.FIELD_UNREADABLE.at(place, **about)])


def _cleaned_text(value: object, place: str, setting: Setting) -> str:
    if not isinstance(value, str):
        raise unreadable(TEXT.words, value, place, TEXT.example)
    return cleaned(value)


def _text(value: object, place: str, setting: Setting) -> str:
    text = _cleaned_text(value, place, setting)
    if any(unicodedata.category(character) in _CONTROLS for character in text):
        raise Refused([codes.FIELD_TEXT_CONTROL.at(place, value=shown(text))])
    return text


def name_of(words: Bilingual, the: Bilingual, example: str = '"social"') -> Kind:
    """The kind of a name that is not empty; ``the`` is what has it, as a sentence begins with it."""

    def read(value: object, place: str, setting: Setting) -> str:
        text = _text(value, place, setting)
        if not text:
            raise Refused([codes.NAME_EMPTY.at(place, what=the)])
        if len(text) > _LONGEST_NAME:
            raise Refused([codes.NAME_TOO_LONG.at(place, value=shown(text), length=len(text), most=_LONGEST_NAME)])
        return text

    return Kind("name", words, read, example, {"type": "string", "minLength": 1, "maxLength": _LONGEST_NAME})


def _paragraphs(value: object, place: str, setting: Setting) -> str:
    text = _cleaned_text(value, place, setting).replace("\r\n", "\n")
    _text(text.replace("\n", " ").replace("\t", " "), place, setting)
    return text


def _amount(value: object, place: str, setting: Setting) -> int:
    return setting.ore(value, place)


def _positive(value: object, place: str, setting: Setting) -> int:
    ore = _amount(value, place, setting)
    if ore <= 0:
        raise Refused([AMOUNT_NOT_POSITIVE.at(place, amount=format_amount(ore))])
    return ore


def _not_negative(value: object, place: str, setting: Setting) -> int:
    ore = _amount(value, place, setting)
    return ore if ore == 0 else _positive(value, place, setting)


def _year(value: object, place: str, setting: Setting) -> int:
    text = cleaned(value) if isinstance(value, str) else ""
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else value
    if type(year) is not int:
        raise unreadable(YEAR.words, value, place, YEAR.example)
    if not FIRST_YEAR - 1 <= year <= LAST_YEAR:
        raise Refused([codes.YEAR_OUT_OF_RANGE.at(place, year=shown(year))])
    return year


def _day(value: Any, place: str, setting: Setting) -> date:
    if type(value) is date:
        day = value
    else:
        # A workbook and TOML may have midnight with a day.
        text = value.isoformat() if isinstance(value, datetime) else value
        read = written_day(text) if isinstance(text, str) and text[4:5] == "-" else None
        if read is None or read.time or read.zone:
            raise unreadable(DAY.words, value, place, DAY.example)
        day = read.day
    if not FIRST_YEAR - 1 <= day.year <= LAST_YEAR:
        raise Refused([codes.YEAR_OUT_OF_RANGE.at(place, year=day.year)])
    return day


def _share(value: Any, place: str, setting: Setting) -> Fraction:
    try:
        if isinstance(value, bool | float):
            raise TypeError
        if isinstance(value, Decimal) and not -_MOST_DIGITS < value.adjusted() < _MOST_DIGITS:
            raise ValueError
        share = _fraction(value) if isinstance(value, str) else Fraction(value)
        if max(abs(share.numerator), share.denominator).bit_length() > _MOST_DIGITS:
            raise ValueError
        return share
    except (ArithmeticError, TypeError, ValueError):
        raise unreadable(SHARE.words, value, place, SHARE.example) from None


def _fraction(text: str) -> Fraction:
    """A share as it is written: ``0,05``, ``5 %`` or ``1/3``."""
    number, percent, _ = cleaned(text).replace(",", ".").partition("%")
    return Fraction(number.strip()) / (100 if percent else 1)


def _decision(value: object, place: str, setting: Setting) -> Decision:
    if isinstance(value, Decision) and type(value.date) is date:
        texts = (value.body, value.paragraph, value.case_number, value.kept_at)
        if all(isinstance(text, str) for text in texts):
            for text in texts:
                _text(text, place, setting)
            return value
    if not isinstance(value, str):
        raise unreadable(DECISION.words, value, place, DECISION.example)
    text = _text(value, place, setting)
    try:
        return Decision.parse(text if len(text) <= _LONGEST_DECISION else shown(text))
    except Refused as refusal:
        raise Refused(finding.at_place(place) for finding in refusal.findings) from None


_YES_OR_NO: Final = {"ja": True, "true": True, "yes": True, "nej": False, "false": False, "no": False}


def _flag(value: object, place: str, setting: Setting) -> bool:
    read = _YES_OR_NO.get(as_a_choice(value)) if isinstance(value, str) else value
    if type(read) is not bool:
        raise unreadable(FLAG.words, value, place, FLAG.example)
    return read


def _count(value: object, place: str, setting: Setting) -> int:
    text = cleaned(value) if isinstance(value, str) else ""
    number = int(text) if text.isascii() and text.isdigit() else value
    if type(number) is not int or number < 0:
        raise unreadable(COUNT.words, value, place, COUNT.example)
    return number


_TEXTS: Final = Bilingual("texter", "texts")
_AMOUNTS: Final = Bilingual("belopp", "amounts")
_AMOUNT_SCHEMA: Final = {"type": ["string", "integer"]}
TEXT: Final = Kind("text", Bilingual("text", "text"), _text, '"…"', {"type": "string"}, many=_TEXTS)
"""Text on one line."""
NAME: Final = name_of(Bilingual("namn", "name"), Bilingual("Det", "It"))
ANY_TEXT: Final = replace(TEXT, read=_cleaned_text)
"""What is looked up: also what an earlier version let in as a name."""
PARAGRAPHS: Final = Kind("text", Bilingual("text", "text"), _paragraphs, '"…"', {"type": "string"}, many=_TEXTS)
"""Text that may have line breaks."""
AMOUNT: Final = Kind("amount", Bilingual("belopp", "amount"), _amount, '"1 000 000"', _AMOUNT_SCHEMA, many=_AMOUNTS)
POSITIVE: Final = replace(AMOUNT, name="positive", read=_positive)
NOT_NEGATIVE: Final = replace(AMOUNT, name="not_negative", read=_not_negative, example='"0"')
YEAR: Final = Kind("year", Bilingual("år", "year"), _year, "2014", {"type": "integer"}, many=Bilingual("år", "years"))
DAY: Final = Kind("day", Bilingual("datum", "day"), _day, "2014-09-01", {"type": "string", "format": "date"})
SHARE: Final = Kind(
    "share", Bilingual("andel", "share"), _share, '"0.3"', {"type": ["string", "integer"]},
    many=Bilingual("andelar", "shares"),
)  # fmt: skip
COUNT: Final = Kind(
    "count", Bilingual("heltal", "whole number"), _count, "3", {"type": "integer", "minimum": 0},
    many=Bilingual("heltal", "whole numbers"),
)  # fmt: skip
FLAG: Final = Kind("flag", Bilingual("ja eller nej", "yes or no"), _flag, "true", {"type": "boolean"})
DECISION: Final = Kind(
    "decision", Bilingual("beslut", "decision"), _decision, '"KF 2014-04-28 § 31"', {"type": "string"}
)
