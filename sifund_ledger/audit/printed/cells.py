"""The cells of a printed table (celler): amounts as they are printed, blanks, the years and units of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final, NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.balance.figures.year_figures import StatementKind
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.written import Mark, Written, settled_mark, written_amount

Cell = str | Decimal
"""A cell as it is read from a file: text, or the number that a spreadsheet shows."""

_DASHES: Final = dict.fromkeys(map(ord, "\u2014\u2015\ufe58"), "-")
_BLANK: Final = re.compile(r"[-\u2010-\u2015\u2212.…\s]*")
_FOOTNOTE: Final = re.compile(r"(?<=[\d)])(?:\s*[*†‡¹²³⁴-⁹]+|\s+\d{1,2}\))+$")
_YEAR: Final = re.compile(r"(?<![\d.,])((?:19|20)[0-9]{2})(?:-(?:12-31|01--?12))?(?![\d,.]*\d)")
_NAMED: Final = re.compile(r"(utfall|bokslut|redovisning|budget|helårsprognos|prognos|delår|plan)\s*$", re.IGNORECASE)
"""What may stand before the year of a column."""
_KINDS: Final = (
    ("delår", StatementKind.INTERIM), ("prognos", StatementKind.FORECAST), ("budget", StatementKind.BUDGET),
    ("plan", StatementKind.BUDGET),
)  # fmt: skip
_UNITS: Final[tuple[tuple[re.Pattern[str], Unit], ...]] = (
    (re.compile(r"\b(?:mnkr|mkr|msek|miljoner kr\w*|milj\.? ?kr\w*)\b", re.IGNORECASE), "mkr"),
    (re.compile(r"\b(?:tkr|kkr|tsek|tusen(?:tals?)? kr\w*)\b", re.IGNORECASE), "tkr"),
    (re.compile(r"(?<!miljoner )(?<!tusen )(?<!tusental )(?<!tusentals )\b(?:kr|kronor|sek)\b", re.IGNORECASE), "kr"),
)
NOTES_HEAD: Final = re.compile(r"^\s*not(?:er|nr)?\.?\s*$", re.IGNORECASE)
"""The heading of a column of notes."""


class Heading(NamedTuple):
    """A column of amounts by its heading (kolumn): as it is printed, its year, and whether it is an outcome."""

    name: str
    year: int | None = None
    kind: StatementKind = StatementKind.OUTCOME


def is_blank(cell: Cell) -> bool:
    """Whether a cell has no amount: nothing, or a dash alone.

    >>> is_blank("–"), is_blank("0"), is_blank(" ")
    (True, False, True)
    """
    return isinstance(cell, str) and bool(_BLANK.fullmatch(cell))


def amount_of(cell: Cell) -> Written | None:
    """The amount that a cell has, without the mark of a footnote; ``None`` for what is none.

    >>> amount_of("— 3 674").number, amount_of("563*").number, amount_of("(12,5)").number, amount_of("not 4")
    (Decimal('-3674'), Decimal('563'), Decimal('-12.5'), None)
    """
    if isinstance(cell, Decimal):
        return Written(cell)
    return written_amount(_FOOTNOTE.sub("", cell.translate(_DASHES).strip()))


def marks_of(cells: Iterable[Cell]) -> Mark:
    """The decimal mark of a table, by the cells that show it."""
    read = (amount_of(cell) for cell in cells if isinstance(cell, str))
    return settled_mark(each.mark for each in read if each is not None and not each.unclear)


def decimals_of(number: Decimal) -> int:
    """How many decimals an amount is printed with.

    >>> decimals_of(Decimal("28.70")), decimals_of(Decimal("1E+3"))
    (2, 0)
    """
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def units_of(texts: Iterable[str]) -> tuple[Unit, ...]:
    """The units that headings name, each once; of a text the largest that it names.

    >>> units_of(["Balanskravsutredning (mnkr)", "Belopp i tusentals kronor"]), units_of(["Not 2015"])
    (('mkr', 'tkr'), ())
    """
    named = (next((unit for pattern, unit in _UNITS if pattern.search(text)), None) for text in texts)
    return tuple(dict.fromkeys(unit for unit in named if unit is not None))


def headings(cell: Cell) -> Iterator[Heading]:
    """The years that a heading names, in their order, each with what stands before it.

    >>> [(each.year, each.kind.value) for each in headings("Bokslut 2019  Budget 2020")]
    [(2019, 'outcome'), (2020, 'budget')]
    >>> [each.year for each in headings("2 015")], [each.name for each in headings("Utfall 2015-12-31")]
    ([], ['Utfall 2015-12-31'])
    """
    text, begin = (str(cell) if isinstance(cell, Decimal) else cell), 0
    for match in _YEAR.finditer(text):
        before = _NAMED.search(text[begin : match.start()])
        name = f"{before[1]} {match[0]}" if before else match[0]
        year = int(match[1])
        of_law = FIRST_YEAR <= year <= LAST_YEAR
        yield Heading(name, year if of_law else None, kind_in(text[begin : match.start()]))
        begin = match.end()


def kind_in(text: str) -> StatementKind:
    """What a heading says that a column is: budget, forecast or interim; else an outcome."""
    said = text.casefold()
    return next((kind for word, kind in _KINDS if word in said), StatementKind.OUTCOME)


def below(over: Cell, head: Heading) -> Heading:
    """A heading with what stands above it, where that says what the column is: *Budget*, *Bokslut*."""
    named = _NAMED.search(str(over))
    return head._replace(name=f"{named[1]} {head.name}", kind=kind_in(named[1])) if named else head


def groupings(words: Sequence[str], wanted: int, most: int = 2) -> list[tuple[str, ...]]:
    """The ways in which words parted by single blanks are ``wanted`` cells, at most so many.

    Thousands hold three digits, a sign stands before its number, a dash alone is a blank cell. Where there is one way
    alone the words can be read.

    >>> groupings(["1", "234", "-", "563"], 2)
    [('1 234', '- 563')]
    >>> groupings(["12", "345", "678"], 2)
    [('12', '345 678'), ('12 345', '678')]
    """
    dead: set[tuple[int, int]] = set()

    def ways(begin: int, left: int) -> Iterator[tuple[str, ...]]:
        if begin == len(words) or not left:
            if begin == len(words) and not left:
                yield ()
            return
        found = False
        for end in range(begin + 1, len(words) - left + 2):
            if (end, left - 1) not in dead and _is_cell(words[begin:end]):
                for rest in ways(end, left - 1):
                    found = True
                    yield (" ".join(words[begin:end]), *rest)
        if not found:
            dead.add((begin, left))

    return list(islice(ways(0, wanted), most))


_FIRST: Final = re.compile(r"[-+\u2010-\u2015\u2212(]?\d+(?:[.,]\d+)*\)?")
_DASH: Final = re.compile(r"[-\u2010-\u2015\u2212]")
_THOUSANDS: Final = re.compile(r"\d{3}(?:[.,]\d+)?\)?")
_BEGINS: Final = re.compile(r"[-+\u2010-\u2015\u2212(]?\d{1,3}")


def _is_cell(words: Sequence[str]) -> bool:
    signed = bool(_DASH.fullmatch(words[0]))
    digits = words[1:] if signed else words
    if not digits:
        return True
    if signed and not digits[0][:1].isdigit():
        return False
    if len(digits) == 1:
        return bool(_FIRST.fullmatch(digits[0]))
    inner = all(re.fullmatch(r"\d{3}", each) for each in digits[1:-1])
    return bool(_BEGINS.fullmatch(digits[0])) and inner and bool(_THOUSANDS.fullmatch(digits[-1]))


def is_number_word(word: str) -> bool:
    """Whether a word can be of an amount: digits with marks and a sign, or a dash alone."""
    return bool(_FIRST.fullmatch(word) or _DASH.fullmatch(word))
