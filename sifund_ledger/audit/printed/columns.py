"""What the headings of a printed table say (rubriker): its unit, and which columns of amounts there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.audit.printed import findings as codes
from sifund_ledger.audit.printed.cells import (
    NOTES_HEAD,
    Cell,
    Heading,
    amount_of,
    below,
    headings,
    is_blank,
    kind_in,
    units_of,
)
from sifund_ledger.audit.printed.rows import role_of
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.written import cleaned


class Line(NamedTuple):
    """A line of a file: its number, its cells, and where each ends in the text; none where a file has real cells."""

    number: int
    cells: tuple[Cell, ...]
    ends: tuple[int, ...] = ()


def label_of(line: Line) -> str:
    """What a line begins with."""
    return cleaned(str(line.cells[0]))


_HEADING_LINES: Final = 3
"""How many lines the headings of columns may take."""
_NOTES: Final = re.compile(r"\bnot(?:er)?\b", re.IGNORECASE)


class Headings:
    """The headings of a table: which line they are, the columns, and in a file with cells where each stands.

    ``found`` is what was found as they were read.
    """

    def __init__(self, lines: Sequence[Line], name: str, unit: Unit | None, year: int | None) -> None:
        self.lines, self.name = lines, name
        self.year = year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None
        self.found: list[Finding] = []
        self.head = self._heading_line()
        top = self.lines[: self.head + 1] if self.head is not None else self.lines[: self._first_row()]
        self.titles = [" ".join(map(str, line.cells)) for line in top]
        self.unit = unit or self._unit()
        self.columns, self.at = self._columns()

    @property
    def begin(self) -> int:
        """The line after them."""
        return self.head + 1 if self.head is not None else 0

    @property
    def has_notes(self) -> bool:
        """Whether they name a column of notes."""
        return any(_NOTES.search(title) for title in self.titles[-_HEADING_LINES:])

    def _heading_line(self) -> int | None:
        """The last line above the rows that names years, and no other numbers."""
        found = None
        for position, line in enumerate(self.lines[: self._first_row()]):
            if line.ends:
                text = " ".join(map(str, line.cells))
                without = re.sub(r"\S*(?:19|20)\d\d\S*", "", text)
                if any(headings(text)) and not re.search(r"\d", without):
                    found = position
            elif any(any(headings(cell)) for cell in line.cells[1:]):
                found = position
        return found

    def _first_row(self) -> int:
        """The first line with a known label and an amount behind it."""
        for position, line in enumerate(self.lines):
            if role_of(label_of(line)) is not None and (
                len(line.cells) > 1 or re.search(r"\d\s*\)?$", str(line.cells[0]))
            ):
                return position
        return len(self.lines)

    def _unit(self) -> Unit | None:
        labels = [str(line.cells[0]) for line in self.lines]
        units = units_of(self.titles) or units_of(re.sub(r".*\(|.*,", "", each) for each in labels)
        if len(units) == 1:
            return units[0]
        self.found.append(codes.PRINTED_UNIT_UNKNOWN.at(self.name, units=f" ({', '.join(units)})" if units else ""))
        return None

    def _columns(self) -> tuple[tuple[Heading, ...], dict[int, int]]:
        """The columns of amounts, and of a file with cells where each stands."""
        if self.head is None:
            return self._unnamed()
        line = self.lines[self.head]
        above = self.lines[self.head - 1] if self.head else None
        if line.ends:
            named = [each for cell in line.cells for each in headings(cell)]
            over = [cell for cell in above.cells if not NOTES_HEAD.match(str(cell))] if above is not None else []
            over = [cell for cell in over if not is_blank(cell)]
            if len(over) == len(named):
                named = [*map(below, over, named)]
            return tuple(named), {}
        at: dict[int, int] = {}
        found: list[Heading] = []
        for position, cell in enumerate(line.cells):
            years = list(headings(cell))
            if position and len(years) == 1:
                on_top = above.cells[position] if above is not None and position < len(above.cells) else ""
                at[position] = len(found)
                found.append(below(on_top, years[0]))
        self._unread_columns(at, line)
        return tuple(found), at

    def _unread_columns(self, at: dict[int, int], head: Line) -> None:
        for position in range(1, max(len(line.cells) for line in self.lines)):
            title = str(head.cells[position]) if position < len(head.cells) else ""
            if position in at or NOTES_HEAD.match(title):
                continue
            if any(
                position < len(line.cells) and amount_of(line.cells[position])
                for line in self.lines[(self.head or 0) + 1 :]
            ):
                self.found.append(codes.PRINTED_COLUMN_UNREAD.at(self.name, column=title or position + 1))

    def _unnamed(self) -> tuple[tuple[Heading, ...], dict[int, int]]:
        """Columns without headings: one has the year that is said elsewhere."""
        known = [line for line in self.lines if role_of(label_of(line)) is not None]
        if any(line.ends for line in self.lines):
            count = max((sum(1 for _ in self._cells_behind(line)) for line in known), default=1) or 1
            positions = list(range(1, count + 1))
        else:
            positions = sorted({at for line in known for at in range(1, len(line.cells)) if amount_of(line.cells[at])})
        years = {head.year for title in self.titles for head in headings(title)}
        year = self.year or (years.pop() if len(years) == 1 else None)
        if len(positions) <= 1:
            kind = kind_in(" ".join(self.titles))
            return (Heading(str(year or "1"), year, kind),), dict.fromkeys(positions, 0)
        return tuple(Heading(str(n + 1)) for n in range(len(positions))), {at: n for n, at in enumerate(positions)}

    def _cells_behind(self, line: Line) -> Iterator[Cell]:
        return (cell for cell in line.cells[1:] if is_blank(cell) or amount_of(cell))
