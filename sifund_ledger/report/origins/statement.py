"""The origins of the statement's own tables: its rows, its reserves, deficits, own layouts, and the result's way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Final

from sifund_ledger.balance.statement.explaining import explain
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.layout import year_columns
from sifund_ledger.errors import Refused
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.origins.making import Making
from sifund_ledger.table import ColumnKind, Row, Table

_ROOMS: Final = {
    "flow": "reserve_flow", "largest": "reserve_largest", "stock": "reserve_stock", "proposed": "reserve_proposed",
}  # fmt: skip
_ALIKE: Final = {"earmarking": "presented_result", "presented_result_after_adjustments": "presented_result"}
"""Rows of an own layout that only its result explains."""


def origins_of_statement(table: Table, statement: BalanceRequirementStatement, making: Making) -> dict[Place, Origin]:
    """Where the cells of a table with a column for each year come from, by the codes of its rows."""
    years = dict(zip((each.code for each in year_columns(statement.columns)[1:]), statement.columns, strict=True))
    found = {}
    for position, column in enumerate(table.columns):
        year = years.get(column.code)
        for number, row in enumerate(table.rows if year is not None else ()):
            cell = row.cells[position] if position < len(row.cells) else None
            if year is not None and isinstance(cell, int) and (made := _of_row(row, year, making, cell)):
                found[number, position] = made
    return found


def _of_row(row: Row, year: YearStatement, making: Making, cell: int) -> Origin | None:
    code = _ALIKE.get(row.code, _ROOMS.get(row.code, row.code))
    reserve, _, part = code.rpartition(".")
    with suppress(Refused):
        if not reserve:
            return making.explained(explain(year, code, "kr", making.language))
        whole = explain(year, reserve, "kr", making.language)
        if part == "closing":
            return making.explained(whole)
        return next((making.explained(term) for _, term in whole.terms if term.code == part), None)
    return making.of(row.cells[0], cell, note=words.AS_RECORDED, records=year.figures.records(code))


def rules_of_statement(table: Table, year: YearStatement, making: Making) -> dict[int, str]:
    """The paragraph of each row of the statement in a year, and how sure the rule is, by the row's number."""
    cited = {line.code: making.cited(line.rule, line.citation, year.year) for line in year.lines if line.citation}
    return {number: cited[row.code] for number, row in enumerate(table.rows) if row.code in cited}


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
                records = making.records.of_year(origin, "deficits_opened")
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


def origins_of_result(table: Table, statement: BalanceRequirementStatement, making: Making) -> dict[Place, Origin]:
    """Where the result with and without what funds met comes from, year by year."""
    years = dict(zip((each.code for each in year_columns(statement.columns)[1:]), statement.columns, strict=True))
    codes: dict[str, Callable[[YearStatement], str]] = {
        "result": lambda year: year.decisive_result, "used": lambda _: "earmark_used",
    }  # fmt: skip
    found = {}
    for position, column in enumerate(table.columns):
        year = years.get(column.code)
        for number, row in enumerate(table.rows):
            cell = row.cells[position]
            if year is None or not isinstance(cell, int):
                continue
            if row.code in codes:
                with suppress(Refused):
                    code = codes[row.code](year)
                    found[number, position] = making.explained(explain(year, code, "kr", making.language))
            else:
                found[number, position] = making.of(
                    row.cells[0], cell, terms=making.column(table, table.rows[:-1], position)
                )
    return found


_OF_FLOW: Final = {
    "surplus": "result_after_adjustments", "deficit": "result_after_adjustments", "to_reserve": "reserve_allocated",
    "from_reserve": "reserve_used", "restored": "deficits_restored", "earmarked": "earmark_set_aside",
    "left_over": "remaining_result", "waived": "exceptional_grounds", "due": "to_restore",
}  # fmt: skip
"""The line of the statement that each part of the result's way comes from."""


def origins_of_flow(table: Table, year: YearStatement, making: Making) -> dict[Place, Origin]:
    """Where the parts of the result's way come from."""
    found = {}
    for number, row in enumerate(table.rows):
        if row.code in _OF_FLOW and len(row.cells) > 1:
            with suppress(Refused):
                line = explain(year, _OF_FLOW[row.code], "kr", making.language)
                found[number, 1] = making.explained(line)
    return found
