"""A printed table from its lines (avläsning): columns by their headings, rows by their labels, amounts as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.audit.printed import findings as codes
from sifund_ledger.audit.printed.cells import (
    Cell,
    Heading,
    amount_of,
    decimals_of,
    groupings,
    is_blank,
    is_number_word,
    marks_of,
)
from sifund_ledger.audit.printed.columns import Headings, Line, label_of
from sifund_ledger.audit.printed.rows import Role, role_of
from sifund_ledger.errors import AmountRefused
from sifund_ledger.findings import Finding, printable
from sifund_ledger.money import to_ore
from sifund_ledger.written import Mark, cleaned


class PrintedRow(NamedTuple):
    """A row as it is printed: its place, label and role, and by column öre, ``None`` for a blank cell.

    ``unread`` has the columns whose amount cannot be read.
    """

    place: str
    label: str
    role: Role | None
    ore: tuple[int | None, ...]
    unread: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A printed table as it was read (tryckt tabell): columns, rows, unit, decimals, and what was found.

    ``unit`` is ``None`` where it is not known: amounts are then taken for kronor.
    """

    columns: tuple[Heading, ...]
    rows: tuple[PrintedRow, ...]
    unit: Unit | None
    decimals: int
    findings: tuple[Finding, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        """What rows the table has."""
        return frozenset(row.role for row in self.rows if row.role is not None)


_UNFINISHED: Final = re.compile(
    r"(?:\b(?:till|från|av|enligt|i|för|och|vid|efter|ej|inte|att|ur|med|samt)|[-,:/])$", re.IGNORECASE
)
"""What a label that goes on in the next line ends with."""
_PARAGRAPH: Final = re.compile(r"§+\s*\d+$")
_NOTE: Final = re.compile(r"\d{1,2}(?:\s*,\s*\d{1,2})*")


def read_page(
    lines: Iterable[Line], *, name: str = "", unit: Unit | None = None, year: int | None = None
) -> PrintedPage:
    """Read the lines of a printed table; ``unit`` and ``year`` where the table does not say them.

    >>> page = read_page([Line(1, ("mnkr", "2015")), Line(2, ("Årets resultat", "563")), Line(3, ("RUR", "–185"))])
    >>> page.unit, page.columns[0].year, page.rows[0].ore
    ('mkr', 2015, (56300000000,))
    """
    return _Reader(list(lines), name, unit, year).page()


class _Reader:
    """Reads one table: first what its headings say, then its rows."""

    def __init__(self, lines: list[Line], name: str, unit: Unit | None, year: int | None) -> None:
        said = (line for line in lines if any(re.search(r"\w", str(cell)) for cell in line.cells))
        self.lines, self.name = [*said], name
        self.heads = Headings(self.lines, name, unit, year)
        self.found, self.columns, self.unit = self.heads.found, self.heads.columns, self.heads.unit
        self.mark: Mark = marks_of(cell for line in self.lines for cell in line.cells[1:])
        self.decimals = 0

    def page(self) -> PrintedPage:
        rows = list(self._rows())
        if not any(row.role and any(ore is not None for ore in row.ore) for row in rows):
            self.found.append(codes.PRINTED_EMPTY.at(self.name))
        for column in self.columns if rows else ():
            if column.year is None:
                self.found.append(codes.PRINTED_YEAR_UNKNOWN.at(self.name, column=column.name))
        return PrintedPage(self.columns, tuple(rows), self.unit, self.decimals, tuple(self.found))

    # ---- rows

    def _rows(self) -> Iterator[PrintedRow]:
        waiting = ""
        for line in self.lines[self.heads.begin :]:
            label, cells = self._parted(line)
            if cells is None:
                place = f"{self.name}:{line.number}"
                text = " ".join(map(str, line.cells))[len(label) :]
                row = printable(label)
                self.found.append(codes.PRINTED_ROW_UNCLEAR.at(place, row=row, value=printable(text.strip())))
                everywhere = frozenset(range(len(self.columns)))
                yield PrintedRow(place, label, role_of(label), (None,) * len(self.columns), everywhere)
                waiting = ""
                continue
            role = role_of(label)
            if waiting and (role is None or _UNFINISHED.search(waiting)):
                joined = role_of(f"{waiting} {label}")
                role, label = (joined, f"{waiting} {label}") if joined is not None else (role, label)
            waiting = ""
            if not any(not is_blank(cell) for cell in cells) and (role is None or _UNFINISHED.search(label)):
                waiting = label
                continue
            yield self._row(line, label, role, cells)

    def _row(self, line: Line, label: str, role: Role | None, cells: Sequence[Cell]) -> PrintedRow:
        place = f"{self.name}:{line.number}"
        amounts: list[int | None] = []
        unread = set()
        for column, cell in enumerate(cells):
            ore = None if is_blank(cell) else self._ore(cell)
            if ore is None and not is_blank(cell):
                unread.add(column)
                value = printable(str(cell).strip())
                self.found.append(codes.PRINTED_AMOUNT_UNREAD.at(place, row=printable(label), value=value))
            amounts.append(ore)
        return PrintedRow(place, label, role, tuple(amounts), frozenset(unread))

    def _ore(self, cell: Cell) -> int | None:
        read = amount_of(cell)
        if read is None or (read.unclear and not self.mark) or read.unit not in ("", self.unit or "kr"):
            return None
        number = read.by(self.mark) if self.mark else read.number
        try:
            ore = to_ore(number, unit=self.unit or "kr")
        except AmountRefused:
            return None
        self.decimals = max(self.decimals, decimals_of(number))
        return ore

    def _parted(self, line: Line) -> tuple[str, tuple[Cell, ...] | None]:
        """The label of a line and its cells by column; no cells where it is unclear in which columns they stand."""
        if not line.ends:
            blank: Cell = ""
            cells = [blank] * len(self.columns)
            for position, column in self.heads.at.items():
                if position < len(line.cells):
                    cells[column] = line.cells[position]
            return label_of(line), tuple(cells)
        wanted = len(self.columns)
        label, *behind = map(str, line.cells)
        in_label = (label.split() or [""])[-1]
        apart = not is_number_word(in_label) or re.fullmatch(r"(?:19|20)\d\d|\d+\)", in_label)
        apart = apart or _PARAGRAPH.search(label)
        if behind and apart and all(is_blank(cell) or amount_of(cell) for cell in behind):
            if len(behind) == wanted:
                return cleaned(label), tuple(behind)
            if len(behind) == wanted + 1 and self.heads.has_notes and _NOTE.fullmatch(behind[0]):
                return cleaned(label), tuple(behind[1:])
            return cleaned(label), self._aligned(line)
        return self._of_words(" ".join(map(str, line.cells)))

    def _of_words(self, text: str) -> tuple[str, tuple[Cell, ...] | None]:
        """A line whose cells are parted by single blanks: read where there is one way to read it."""
        words = text.split()
        begin = len(words)
        while begin and is_number_word(words[begin - 1]):
            begin -= 1
        if begin < len(words) and begin and _PARAGRAPH.search(" ".join(words[begin - 1 : begin + 1])):
            begin += 1  # the paragraph of a decision belongs to the label
        while begin < len(words) and words[begin].endswith(")") and not words[begin].startswith("("):
            begin += 1  # the end of what stands in parentheses in the label
        while (
            begin < len(words)
            and re.fullmatch(r"(?:19|20)\d\d", words[begin])
            and len(words) - begin > len(self.columns)
        ):
            begin += 1  # a year ends the label
        label, numbers = " ".join(words[:begin]), words[begin:]
        if not numbers:
            return cleaned(label), ("",) * len(self.columns)
        ways = groupings(numbers, len(self.columns))
        if self.heads.has_notes and not ways:
            ways = [way[1:] for way in groupings(numbers, len(self.columns) + 1) if way[0].isdigit()]
        return cleaned(label), ways[0] if len(ways) == 1 else None

    def _aligned(self, line: Line) -> tuple[Cell, ...] | None:
        """Fewer cells than columns: each belongs to the column in which the cells of whole rows end as it does."""
        whole = [each for each in self.lines if len(each.cells) == len(self.columns) + 1 and each.ends]
        spans = [(min(ends), max(ends)) for ends in zip(*(each.ends[1:] for each in whole), strict=True)]
        if not spans or any(left[1] >= right[0] for left, right in pairwise(spans)):
            return None
        blank: Cell = ""
        cells = [blank] * len(spans)
        for cell, end in zip(line.cells[1:], line.ends[1:], strict=True):
            into = [n for n, (first, last) in enumerate(spans) if first <= end <= last]
            if len(into) != 1 or cells[into[0]] != "":
                return None
            cells[into[0]] = cell
        return tuple(cells)
