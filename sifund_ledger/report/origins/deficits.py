"""The origins of deficits: by year of origin, and as they roll forward over a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final

from sifund_ledger.balance.figures.year_figures import GroundEffect
from sifund_ledger.balance.statement.explaining import explain
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.errors import Refused
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.origins.making import Making
from sifund_ledger.report.origins.statement import with_corrections
from sifund_ledger.table import ColumnKind, Row, Table


def origins_of_deficits(table: Table, statement: BalanceRequirementStatement, making: Making) -> dict[Place, Origin]:
    """Where a deficit comes from, what has restored or waived it, and what is left."""
    found = {}
    for number, row in enumerate(table.rows):
        origin = row.cells[0]
        cells = dict(zip((column.code for column in table.columns), row.cells, strict=True))
        for position, column in enumerate(table.columns):
            cell = row.cells[position]
            if column.kind is ColumnKind.AMOUNT and isinstance(cell, int) and isinstance(origin, int):
                terms = tuple(_of_deficit(column.code, origin, cells, statement, making, table))
                records = making.records.of_any_year("deficits_opened")
                found[number, position] = making.of(f"{column.title} {origin}", cell, terms=terms, records=records)
    return found


def _of_deficit(
    code: str, origin: int, cells: Mapping[str, object], statement: BalanceRequirementStatement, making: Making,
    table: Table,
) -> Iterator[Origin]:  # fmt: skip
    for year in statement.years:
        if code == "arisen" and year.year == origin:
            yield making.explained(explain(year, year.decisive_result, "kr", making.language))
        if code == "restored" and dict(year.restored_by_year).get(origin):
            label = words.RESTORED_IN.words(making.language).format(year=year.year)
            yield making.of(label, dict(year.restored_by_year)[origin], sign=1)
        if code in ("waived", "extended"):
            effect = "waive" if code == "waived" else "extend"
            for ground in year.figures.exceptional_grounds:
                if ground.deficit_year == origin and ground.effect == effect:
                    note = f"{ground.decision}"
                    seqs = making.records.of_year(year.year, "ground_invoked")
                    yield making.of(ground.reason, ground.ore, sign=1, note=note, records=seqs)
    if code == "left":
        for name, sign in (("arisen", 1), ("restored", -1), ("waived", -1)):
            title = next(str(column.title) for column in table.columns if column.code == name)
            if isinstance(cell := cells[name], int) and cell:
                yield making.of(title, cell, sign=sign)


_LINES: Final = {
    "opening": "deficits_brought_forward", "restated": "deficits_corrected", "repealed": "grounds_repealed",
    "restored": "deficits_restored", "waived": "exceptional_grounds",
}  # fmt: skip
"""The line of the statement that each row of a roll-forward is."""
_MOVED: Final = ("opening", "result", "restated", "repealed", "restored", "waived")
_SUMS: Final = {"closing": _MOVED, "within": (*_MOVED, "extended")}


def origins_of_roll(table: Table, year: YearStatement, making: Making) -> dict[Place, Origin]:
    """Where each amount of the roll-forward of a year's deficits comes from."""
    found = {}
    for number, row in enumerate(table.rows):
        cell = row.cells[1] if len(row.cells) > 1 else None
        if isinstance(cell, int):
            found[number, 1] = _of_roll(table, row, cell, year, making)
    return found


def _of_roll(table: Table, row: Row, cell: int, year: YearStatement, making: Making) -> Origin:
    if row.code in _SUMS:
        parts = [each for each in table.rows if each.code in _SUMS[row.code]]
        return making.of(row.cells[0], cell, terms=making.column(table, parts, 1), note=words.NEGATIVE_IS_LEFT)
    if row.code == "extended":
        grounds = [each for each in year.figures.exceptional_grounds if each.effect is GroundEffect.EXTEND]
        seqs = making.records.of_year(year.year, "ground_invoked")
        terms = [making.of(each.reason, each.ore, sign=1, note=str(each.decision), records=seqs) for each in grounds]
        return making.of(row.cells[0], cell, terms=terms)
    code = year.decisive_result if row.code == "result" else _LINES.get(row.code, "")
    with suppress(Refused):
        if code:
            made = making.explained(explain(year, code, "kr", making.language))
            return with_corrections(made, code, year, making)
    brought = row.code == "from"
    note = words.CLOSING_BEFORE.words(making.language).format(year=year.year - 1) if brought else words.SEE_DEFICITS
    return making.of(row.cells[0], cell, note=note)
