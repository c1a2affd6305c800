"""The sheet that amounts lead to (härledning): each figure with what it is made of, step by step, down to records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Origin, Place
from sifund_ledger.report.printed import opened
from sifund_ledger.table import Cell, Column, ColumnKind, Row, RowKind, Table
from sifund_ledger.workbook.names import quoted
from sifund_ledger.workbook.sheet import Sheet, cell_name
from sifund_ledger.workbook.workbook import FIRST_ROW, Workbook

_KINDS: Final = {
    "step": ColumnKind.TEXT, "sign": ColumnKind.TEXT, "amount": ColumnKind.AMOUNT, "rule": ColumnKind.TEXT,
    "note": ColumnKind.TEXT, "record": ColumnKind.YEAR, "table": ColumnKind.TEXT, "row": ColumnKind.TEXT,
    "column": ColumnKind.TEXT,
}  # fmt: skip
_RECORD: Final = 5
_FIRST: Final = FIRST_ROW + 2
"""The row of the first figure: below what says the unit, and the headings."""
_SIGNS: Final = {1: "+", -1: "\u2212", 0: ""}


class Cited(NamedTuple):
    """A record as an origin cites it: the cell that it stands in, what it is about, what it rests on."""

    cell: str
    about: str
    decision: str


class _Step(NamedTuple):
    """A line of the sheet: a figure (depth 0), a term of it, or a record behind it; and where its figure stands."""

    origin: Origin
    depth: int
    figure: tuple[str, str, str]
    record: int = 0


class OriginSheet:
    """Where figures come from: gathered while their tables are set, filled when all are."""

    def __init__(self, workbook: Workbook, language: Language) -> None:
        self._workbook, self._language = workbook, language
        self._title = words.HEADINGS["origins"].words(language)
        self._name = workbook.reserve(self._title)
        self._steps: list[_Step] = []
        self._back: dict[Place, str] = {}

    def links(self, figures: Figures, sheet: Sheet, first: int) -> dict[Place, str]:
        """The cell that each figure of a table leads to, which begins in a row of its sheet.

        Nothing moved what is zero without records: it leads nowhere.
        """
        table, found = figures.table, {}
        for place in sorted(figures.origins):
            row, column = place
            if (origin := opened(figures, place)) is not None:
                line = len(self._steps)
                found[place] = f"{quoted(self._name)}!{cell_name(_FIRST + line, 0)}"
                self._back[line, 0] = sheet.at(first + row, column)
                named = str(table.title), str(table.rows[row].cells[0]), str(table.columns[column].title)
                self._steps += _steps(origin, named, 0)
        return found

    def fill(self, cited: Mapping[int, Cited]) -> None:
        """Write the sheet; ``cited`` has the records by their numbers."""
        rows = tuple(self._row(step, cited.get(step.record)) for step in self._steps)
        links = {(n, _RECORD): cited[step.record].cell for n, step in enumerate(self._steps) if step.record in cited}
        columns = tuple(
            Column(code, words.ORIGIN_COLUMNS[code].words(self._language), kind) for code, kind in _KINDS.items()
        )
        table = Table(self._title, columns, rows, (), language=self._language)
        sheet = self._workbook.sheet(self._title, self._name, reserved=True)
        sheet.table(table, links=links | self._back)

    def _row(self, step: _Step, cited: Cited | None) -> Row:
        if step.record:
            about, decision = (cited.about, cited.decision) if cited is not None else ("", "")
            cells: list[Cell] = [about, "", None, "", decision, step.record]
        else:
            said = step.origin
            note = said.note if said.ore is not None else " ".join((said.text, said.note)).strip()
            cells = [said.label, _SIGNS[said.sign] if step.depth else "", said.ore, said.rule, note, None]
        kind = RowKind.PLAIN if step.depth else RowKind.HEADING
        return Row((*cells, *step.figure), kind, level=step.depth)


def _steps(origin: Origin, figure: tuple[str, str, str], depth: int) -> Iterator[_Step]:
    yield _Step(origin, depth, figure)
    for term in origin.terms:
        yield from _steps(term, figure, depth + 1)
    for seq in origin.records:
        yield _Step(origin, depth + 1, figure, seq)
