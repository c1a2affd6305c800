"""The origins of the statement's own tables: its rows, its reserves, own layouts, and the result's way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from sifund_ledger.balance.statement.explaining import explain
from sifund_ledger.balance.statement.explanation import Explanation
from sifund_ledger.balance.statement.lines import CORRECTED
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.layout import year_columns
from sifund_ledger.errors import Refused
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.origins.making import Making
from sifund_ledger.report.records import CORRECTED as CORRECTION
from sifund_ledger.table import Row, Table

_ROOMS: Final = {
    "flow": "reserve_flow", "largest": "reserve_largest", "stock": "reserve_stock", "proposed": "reserve_proposed",
}  # fmt: skip
_MOVES_OF_RESERVE: Final[Mapping[str, tuple[str, ...]]] = {
    "allocated": ("reserve_allocated", "set_aside_to_reserve"), "used": ("reserve_used", "used_of_reserve"),
    "corrected": (CORRECTION,), "dissolved": ("reserve_dissolved",),
}  # fmt: skip
"""The kinds of event behind each movement of a reserve, those of a fund that it meets among them (R46)."""
_ALIKE: Final = {"earmarking": "presented_result", "presented_result_after_adjustments": "presented_result"}
"""Rows of an own layout that only its result explains."""


def origins_of_statement(table: Table, columns: Sequence[YearStatement], making: Making) -> dict[Place, Origin]:
    """Where the cells of a table with a column for each of the statements come from, by the codes of its rows."""
    years = dict(zip((each.code for each in year_columns(columns)[1:]), columns, strict=True))
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
            return with_corrections(making.explained(explain(year, code, "kr", making.language)), code, year, making)
        whole = explain(year, reserve, "kr", making.language)
        if part == "closing":
            return making.explained(whole)
        return next((_of_part(term, year, making) for _, term in whole.terms if term.code == part), None)
    return making.of(row.cells[0], cell, note=words.AS_RECORDED, records=year.figures.records(code))


def with_corrections(made: Origin, code: str, year: YearStatement, making: Making) -> Origin:
    """A row of what later years have corrected, or of decisions that were repealed, with the records that did."""
    if code in CORRECTED.values():
        return replace(
            made, note=words.RESTATED_LATER.words(making.language), records=making.records.of_later_years(year.year)
        )
    if code == "deficits_corrected":
        return replace(made, records=making.records.of_year(year.year, CORRECTION))
    if code == "grounds_repealed":
        return replace(made, records=making.records.of_any_year("decision_moved"))
    return made


def _of_part(part: Explanation, year: YearStatement, making: Making) -> Origin:
    """A movement of a reserve; what it began the year with is what it ended the year before with."""
    made = making.explained(part)
    if part.code == "opening" and not made.records:
        return replace(made, note=words.CLOSING_BEFORE.words(making.language).format(year=year.year - 1))
    if part.code in _MOVES_OF_RESERVE and not made.records:
        return replace(made, records=making.records.of_year(year.year, *_MOVES_OF_RESERVE[part.code]))
    return made


def rules_of_statement(table: Table, year: YearStatement, making: Making) -> dict[int, str]:
    """The paragraph of each row of the statement in a year, and how sure the rule is, by the row's number."""
    cited = {line.code: making.cited(line.rule, line.citation, year.year) for line in year.lines if line.citation}
    return {number: cited[row.code] for number, row in enumerate(table.rows) if row.code in cited}


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
