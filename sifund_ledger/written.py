"""Text, amounts and days as people and systems write them (skrivsätt): one grammar for Python, files and tables.

Knows nothing of what is wrong: what cannot be read, or in two ways, is for the caller to refuse.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, NamedTuple

Mark = Literal["", ".", ","]
"""A decimal mark; none where it is not known."""
DayOrder = Literal["", "dmy", "mdy"]
"""Whether the day or the month stands first where the year stands last; empty where it is not known."""

_HIDDEN: Final = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    "\U000e0020-\U000e007f]"
)
"""The format characters of Unicode (Cf)."""
_LONGEST: Final = 64
_OTHER: Final[dict[str, Mark]] = {".": ",", ",": "."}
_MINUS: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"), "-")
_UNITS: Final = {
    "kr": "kr", "kr.": "kr", "kronor": "kr", "sek": "kr", ":-": "kr", "tkr": "tkr", "mkr": "mkr", "mnkr": "mkr",
}  # fmt: skip
_UNIT: Final = re.compile(
    r"(sek|kr) ?(?=[-+(\d,])(.*)|(.*?) ?((?<![a-z])(?:sek|kr\.?|kronor|[tm]kr|mnkr)|:-)", re.IGNORECASE | re.ASCII
)
_NUMBER: Final = re.compile(
    r"(?P<sign>[-+] ?)?(?P<whole>[0-9]{1,3}(?:(?P<mark>[ .,])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]*)"
    r"(?:(?P<decimal>[.,])(?P<part>[0-9]+))?(?P<after> ?-)?"
)
_ARTEFACT: Final = 15
"""How many digits a spreadsheet knows of a number; a file has more of them where it was not rounded."""
_RIGHT: Final = 10**12
"""How near such a number comes to the one meant."""
_ISO: Final = re.compile(r"([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})")
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_TIME: Final = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?( ?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?")


def cleaned(text: str) -> str:
    """A text as it is meant: composed letters (NFC), without what cannot be seen (Cf), and without blanks around it.

    Capitals, and letters of other scripts that look alike, stay as they are.

    >>> cleaned(" So\\u0308der\\u00ad "), cleaned("Öst")
    ('Söder', 'Öst')
    """
    return composed(text).strip()


def as_a_choice(text: str) -> str:
    """A text as choices are compared: cleaned, and the same in capitals and in small letters.

    >>> as_a_choice(" Anslag "), as_a_choice("ÅTERLAGT")
    ('anslag', 'återlagt')
    """
    return cleaned(text).casefold()


def all_cleaned(texts: Sequence[str]) -> list[str]:
    """Texts, each as :func:`cleaned` has it.

    >>> all_cleaned([" So\\u0308der\\u00ad ", "Öst"])
    ['Söder', 'Öst']
    """
    read = composed("\n".join(texts)).split("\n")  # nothing is composed across a line's end
    return list(map(str.strip, read)) if len(read) == len(texts) else list(map(cleaned, texts))


def composed(text: str) -> str:
    """A text, of any length and many lines, in composed letters (NFC), without what cannot be seen (Cf).

    >>> composed("#FNAMN So\\u0308der\\n") == "#FNAMN Söder\\n", composed("\\ufeffO\\u00ad\\u0308st")
    (True, 'Öst')
    """
    if text.isascii():
        return text
    with suppress(UnicodeEncodeError):
        text.encode("latin-1")  # whose letters are composed; of what cannot be seen it has the soft hyphen alone
        return text.replace("\u00ad", "")
    if not text.replace("\n", "").isprintable():  # which nothing of these is
        text = _HIDDEN.sub("", text)  # it may stand between a letter and its mark
    return unicodedata.normalize("NFC", text)


_BLANKS: Final = re.compile(r"[\n\v\f\r\x85\u2028\u2029]+")


def visible(text: str) -> str:
    """Text that gives a terminal nothing to obey, and no reader another order than it has: what cannot be seen, is.

    >>> visible("Malm\\x1b[31mö"), visible("Öst\\u202e")
    ('Malm\\\\x1b[31mö', 'Öst\\\\u202e')
    """
    if text.isprintable():
        return text
    return "".join(
        character
        if character.isprintable() or unicodedata.category(character) == "Zs"
        else character.encode("unicode_escape", "surrogatepass").decode("ascii")
        for character in text
    )


def on_one_line(text: str) -> str:
    """The same on one line: a line break is a blank; a tabulator stays, as books have printed it.

    >>> on_one_line("Fonden\\r\\nför \\x1b")
    'Fonden för \\\\x1b'
    """
    return text if text.isprintable() else "\t".join(map(visible, _BLANKS.sub(" ", text).split("\t")))


class Written(NamedTuple):
    """An amount as it is written: the number, the unit that stands with it, and what its marks show.

    ``unclear`` where the only mark has three digits behind it and may part thousands: then ``number`` takes it for
    decimal, and ``mark`` is what it is. Else ``mark`` is the decimal mark that the amount shows, as far as it does.
    """

    number: Decimal
    unit: str = ""
    mark: Mark = ""
    unclear: bool = False

    def by(self, decimal: Mark) -> Decimal:
        """The number where the decimal mark is known; of an unclear amount the mark may part thousands."""
        return self.number.scaleb(3) if self.unclear and decimal != self.mark else self.number


def written_amount(text: str) -> Written | None:
    """An amount as it is written, ``None`` for what is none.

    Thousands with blanks, points or commas, where it is clear which; a minus of any kind before or behind, or
    parentheses; a currency word; decimals without a digit before them.

    >>> [written_amount(text).number for text in ("1 234,50", "1.234,50", "– 3 674", "(,20 kr)", "100,00-")]
    [Decimal('1234.50'), Decimal('1234.50'), Decimal('-3674'), Decimal('-0.20'), Decimal('-100.00')]
    >>> written_amount("12.000")
    Written(number=Decimal('12.000'), unit='', mark='.', unclear=True)
    >>> written_amount("1.234.567,8 tkr"), written_amount("1 2345")
    (Written(number=Decimal('1234567.8'), unit='tkr', mark=',', unclear=False), None)
    """
    if len(text) > _LONGEST:
        return None
    body, unit = _without_unit(" ".join(cleaned(text).translate(_MINUS).split()))
    enclosed = body[:1] == "(" and body[-1:] == ")"
    if enclosed:
        body, inner = _without_unit(body[1:-1].strip())
        if unit and inner:
            return None
        unit = unit or inner
    match = _NUMBER.fullmatch(body)
    if match is None or not (match["whole"] or match["part"]):
        return None
    signs = [match["sign"], match["after"], enclosed]
    whole, mark, decimal, part = match["whole"], match["mark"] or "", match["decimal"] or "", match["part"] or ""
    lone = mark in _OTHER and not decimal and len(whole) < 8
    if sum(map(bool, signs)) > 1 or (mark and mark == decimal) or (mark in _OTHER and whole[0] == "0" and not lone):
        return None
    if lone:
        (whole, part), decimal = whole.split(mark), mark
    unclear = whole[:1] not in ("", "0") and len(part) == 3 and (lone or mark == " ")
    if mark in _OTHER and not decimal:
        decimal = _OTHER[mark]  # thousands alone show what is left for decimals
    digits = re.sub("[ .,]", "", whole)
    negative = any(signs) and not (match["sign"] or "").startswith("+")
    number = Decimal(f"{'-' if negative else ''}{digits or 0}{'.' if part else ''}{part}")
    return Written(number, unit, _OTHER[_OTHER[decimal]] if decimal else "", unclear)


def _without_unit(text: str) -> tuple[str, str]:
    """A text without its currency word, and the unit that it names."""
    match = _UNIT.fullmatch(text)
    if match is None:
        return text, ""
    before, behind, ahead, after = match.groups()
    return (behind, _UNITS[before.lower()]) if before else (ahead, _UNITS[after.lower()])


def settled_mark(marks: Iterable[Mark]) -> Mark:
    """The decimal mark of a file, by those that its clear amounts show; none where they show none or several.

    >>> settled_mark([",", "", ","]), settled_mark([",", "."])
    (',', '')
    """
    shown = set(marks) - {""}
    return shown.pop() if len(shown) == 1 else ""


def without_artefact(number: Decimal) -> Decimal | None:
    """The two decimals that a spreadsheet means by more, ``None`` for another number.

    >>> without_artefact(Decimal("1234.5600000000001")), without_artefact(Decimal("1234.567"))
    (Decimal('1234.56'), None)
    """
    if len(number.as_tuple().digits) <= _ARTEFACT:
        return None
    ore = Fraction(number) * 100
    meant = round(ore)
    return Decimal(meant).scaleb(-2) if abs(ore - meant) * _RIGHT <= abs(meant) else None


class WrittenDay(NamedTuple):
    """A day as it is written; ``time`` where a time stands with it that is not midnight.

    ``zone`` where the time names a zone, in which it may be another day than here.
    """

    day: date
    time: bool = False
    zone: bool = False


def written_day(text: str, order: DayOrder = "") -> WrittenDay | None:
    """A day as it is written, with or without a time: year first, or last where the order of the rest is known.

    Points between day, month and year mean the day first.

    >>> written_day("2013-12-31 00:00:00").day, written_day("31.12.2013").day, written_day("1/2/2013")
    (datetime.date(2013, 12, 31), datetime.date(2013, 12, 31), None)
    """
    words = cleaned(text).replace("T", " ", 1).split(" ", 1) if len(text) <= _LONGEST else [""]
    time = _TIME.fullmatch(words[1].strip()) if len(words) > 1 else None
    if len(words) > 1 and (time is None or int(time[1]) > 23 or int(time[2]) > 59):
        return None
    iso, last = _ISO.fullmatch(words[0]), _YEAR_LAST.fullmatch(words[0])
    try:
        if iso:
            day = date(int(iso[1]), int(iso[3]), int(iso[4]))
        elif last and (order or last[2] == "."):
            first, second = int(last[1]), int(last[3])
            day_first = last[2] == "." or order == "dmy"
            day = date(int(last[4]), second if day_first else first, first if day_first else second)
        else:
            return None
    except ValueError:
        return None
    late = bool(time and any(int(part) for part in time.groups()[:3] if part))
    return WrittenDay(day, late, bool(time and time[4]))


def order_of(text: str) -> DayOrder:
    """Whether the day or the month stands first, by a day whose year stands last; empty where both may.

    >>> order_of("31/12/2013"), order_of("12/31/2013"), order_of("1/2/2013")
    ('dmy', 'mdy', '')
    """
    match = _YEAR_LAST.match(text.strip())
    if match is None or match[2] == ".":
        return ""
    first, second = int(match[1]) > 12, int(match[3]) > 12
    return "" if first == second else "dmy" if first else "mdy"
