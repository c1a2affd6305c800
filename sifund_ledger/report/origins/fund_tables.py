"""The origins of a fund's further tables: deposits, intentions, runway, the right to renew, both roads, costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.origins.funds import CLAIMS, GRANTS
from sifund_ledger.report.origins.making import Making
from sifund_ledger.table import ColumnKind, Row, RowKind, Table

_DEPOSITS: Final = ("set_aside", "set_aside_to_reserve", "set_aside_in_frame")
_RESERVES: Final = ("equity_opened", "reserve_allocated", "reserve_used", "reserve_dissolved")
_REPAID: Final = ("repaid", "repayment_returned", "project_opened", "fund_opened")
_USES: Final = ("used", "used_directly", "used_of_reserve", "used_of_frame")


def origins_of_fund_table(table: Table, fund: str, making: Making) -> dict[Place, Origin]:
    """Where the amounts of one of a fund's tables come from, by its code; of none where there is no such table."""
    return dict(_OF_TABLE[table.code](table, fund, making)) if table.code in _OF_TABLE else {}


def _amounts(table: Table) -> Iterator[tuple[Place, Row, str, int]]:
    for number, row in enumerate(table.rows):
        for position, (cell, column) in enumerate(zip(row.cells, table.columns, strict=False)):
            if column.kind is ColumnKind.AMOUNT and isinstance(cell, int):
                yield (number, position), row, column.code, cell


def _across(table: Table, row: Row, making: Making, **signs: int) -> list[Origin]:
    """Cells of a row as the terms of another cell of it, by the codes of their columns."""
    found = []
    for column, cell in zip(table.columns, row.cells, strict=False):
        if column.code in signs and isinstance(cell, int) and cell:
            found.append(making.of(column.title, cell, sign=signs[column.code]))
    return found


def _deposits(table: Table, fund: str, making: Making) -> Iterator[tuple[Place, Origin]]:
    for place, row, code, cell in _amounts(table):
        kinds = ("renewed",) if row.code == "renewal" else _DEPOSITS
        both = (*kinds, "renewed") if row.kind is RowKind.SUM else kinds
        if code.isdigit():
            yield place, making.of(row.cells[0], cell, records=making.records.of_fund(fund, int(code), *both))
        else:
            years = {column.code: 1 for column in table.columns if column.code.isdigit()}
            yield place, making.of(row.cells[0], cell, terms=_across(table, row, making, **years))


def _intentions(table: Table, fund: str, making: Making) -> Iterator[tuple[Place, Origin]]:
    stated = making.records.of_any_year("intention_stated", fund=fund)
    for place, row, code, cell in _amounts(table):
        label, year = f"{table.columns[place[1]].title} {row.cells[0]}", int(str(row.cells[0]))
        if code == "difference":
            yield place, making.of(label, cell, terms=_across(table, row, making, decided=1, meant=-1))
        else:
            records = stated if code == "meant" else making.records.of_fund(fund, year, *_DEPOSITS)
            yield place, making.of(label, cell, records=records)


def _runway(table: Table, fund: str, making: Making) -> Iterator[tuple[Place, Origin]]:
    kinds: dict[str, tuple[str, ...]] = {"pace": GRANTS, "open_claims": CLAIMS}
    for place, row, _, cell in _amounts(table):
        note: Bilingual | str = words.PACE if row.code == "pace" else "" if row.code in kinds else words.SEE_FUND
        records = making.records.of_any_year(*kinds.get(row.code, ()), fund=fund)
        yield place, making.of(row.cells[0], cell, records=records, note=note)


def _entitlements(table: Table, fund: str, making: Making) -> Iterator[tuple[Place, Origin]]:
    for place, row, code, cell in _amounts(table):
        label, year = f"{table.columns[place[1]].title} {row.cells[0]}", int(str(row.cells[0]))
        if code == "carried":
            yield place, making.of(label, cell, terms=_across(table, row, making, opening=1, repaid=1, renewed=-1))
        elif code == "opening":
            yield place, making.of(label, cell, note=words.CARRIED_BEFORE)
        elif code == "renewed":
            yield place, making.of(label, cell, records=making.records.of_fund(fund, year, "renewed"))
        else:
            yield place, making.of(label, cell, records=making.records.of_frame(fund, year, *_REPAID))


_ON_ROADS: Final = {
    "earmarked": (*_DEPOSITS, *_USES, "renewed"), "allocated": (*_DEPOSITS, "renewed"), "reserve_used": _USES,
}  # fmt: skip
"""The kinds of event of the year behind the amounts of both roads, as far as they are about the fund."""


def _roads(table: Table, fund: str, making: Making) -> Iterator[tuple[Place, Origin]]:
    for place, row, code, cell in _amounts(table):
        label, year = f"{table.columns[place[1]].title} {row.cells[0]}", int(str(row.cells[0]))
        records = making.records.of_fund(fund, year, *_ON_ROADS.get(code, ()))
        if code == "earmark_result":
            records = making.records.of_year(year, "result_recorded", "figures_stated")
        elif code == "rur_left":
            records = making.records.of_any_year(*_RESERVES)
        terms: list[Origin] = []
        if code == "reserve_result":
            terms = _across(table, row, making, earmark_result=1, allocated=-1, reserve_used=1)
        yield place, making.of(label, cell, terms=terms, records=records, note=words.ROADS.get(code, ""))


def _repayments(table: Table, fund: str, making: Making) -> Iterator[tuple[Place, Origin]]:
    """What boards were planned to repay rests on the grants, what they have repaid on the repayments of the frame."""
    for place, row, code, cell in _amounts(table):
        year, board = int(str(row.cells[0])), row.cells[1]
        seqs = making.records.of_any_year(*GRANTS, fund=fund)
        if code == "repaid":
            seqs = making.records.of_frame(fund, year, "repaid", "repayment_returned")
            seqs = tuple(seq for seq in seqs if getattr(making.records.by_seq[seq].event, "board", board) == board)
        yield place, making.of(f"{table.columns[place[1]].title} {board} {year}", cell, records=seqs if cell else ())


def origins_of_costs(table: Table, making: Making) -> dict[Place, Origin]:
    """Where what projects have cost comes from: the report of each year."""
    found = {}
    for place, row, code, cell in _amounts(table):
        project, year = str(row.cells[0]), int(str(row.cells[1]))
        terms = _across(table, row, making, gross=1, contributions=1) if code == "net" else ()
        label = f"{table.columns[place[1]].title} {project} {year}"
        found[place] = making.of(label, cell, terms=terms, records=making.records.of_cost(project, year))
    return found


_OF_TABLE: Final[dict[str, Callable[[Table, str, Making], Iterator[tuple[Place, Origin]]]]] = {
    "deposits": _deposits, "intentions": _intentions, "runway": _runway, "entitlements": _entitlements, "roads": _roads,
    "repayments": _repayments,
}  # fmt: skip
