"""The origins of the tables of funds and projects: the records that moved each amount."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.origins.making import Making
from sifund_ledger.report.records import CORRECTED
from sifund_ledger.table import ColumnKind, Row, RowKind, Table

_MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "opening": ("fund_opened", "project_opened"),
    "set_aside": ("set_aside", "set_aside_to_reserve"),
    "renewal": ("renewed",),
    "moved": ("subfund_transferred",),
    "used": ("used", "used_directly", "used_of_reserve"),
    "dissolved": ("dissolved", "lapsed", "repayment_returned"),
    "corrected": (CORRECTED,),
}
"""The kinds of event behind each row of a fund's account."""
_POTS: Final = {"of_which_available": FUND_AVAILABLE, "of_which_left": FUND_COMMITTED}
GRANTS: Final = ("granted", "granted_of_frame", "grant_amended", "grant_of_frame_amended", "project_opened")
_USES: Final = ("used", "used_of_frame", "used_of_reserve", "project_opened")
_RELEASES: Final = ("released", "released_of_frame", "lapsed", "project_opened")
_REPAYMENTS: Final = ("repaid", "repayment_returned", "project_opened")
CLAIMS: Final = (
    *GRANTS, "plan_revised", "reassigned", "repaid", "repayment_returned", "waived", "shortfall_borne", "project_moved",
)  # fmt: skip
_OF_PROJECT: Final[Mapping[str, tuple[str, ...]]] = {
    "granted": GRANTS, "used": _USES, "released": _RELEASES, "left": (*GRANTS, *_USES, *_RELEASES),
    "repaid": _REPAYMENTS, "to_repay": CLAIMS, "loss": (*_USES, *_REPAYMENTS),
    "original": GRANTS,
    "planned": (*GRANTS, "plan_revised", "reassigned"),
    "waived": ("waived",), "borne": ("shortfall_borne", "repayment_returned"), "open": CLAIMS, "floor": GRANTS,
    "measured": ("effect_measured",), "shortfall": CLAIMS, "late": CLAIMS,
}  # fmt: skip
"""The kinds of event behind each amount of a project."""


def origins_of_account(table: Table, fund: str, making: Making, subfund: str | None = None) -> dict[Place, Origin]:
    """Where the cells of a fund's account come from, a column for each year; those of several years have no records."""
    found = {}
    for position, column in enumerate(table.columns):
        if column.kind is not ColumnKind.AMOUNT:
            continue
        for number, row in enumerate(table.rows):
            if isinstance(cell := row.cells[position], int):
                found[number, position] = _of_account(table, row, fund, column.code, position, cell, making, subfund)
    return found


def _of_account(
    table: Table, row: Row, fund: str, column: str, position: int, cell: int, making: Making, subfund: str | None
) -> Origin:
    restated = column.endswith("_restated")
    head = column.removesuffix("_restated")
    if not head.isdigit():
        return making.of(row.cells[0], cell, note=words.ALL_YEARS)
    year, note = int(head), words.RESTATED_LATER if restated else ""
    if row.code == "closing":
        before = [each for each in table.rows if each.kind is RowKind.PLAIN and not each.level]
        return making.of(row.cells[0], cell, terms=making.column(table, before, position), note=note)
    if row.code in _POTS:
        records = making.records.of_pot(fund, year, _POTS[row.code]) if subfund is None else ()
        return making.of(row.cells[0], cell, records=records, note=note or words.MOVED_THIS_YEAR)
    records = making.records.of_fund(fund, year, *_MOVES.get(row.code, ()), subfund=subfund)
    if row.code == "opening" and not records:
        note = note or words.CLOSING_BEFORE.words(making.language).format(year=year - 1)
    return making.of(row.cells[0], cell, records=records, note=note)


def origins_of_projects(table: Table, making: Making, projects: Sequence[str]) -> dict[Place, Origin]:
    """Where the amounts of a table with projects come from; ``projects`` has the project of each row, or nothing."""
    boards = next((i for i, column in enumerate(table.columns) if column.code == "board"), None)
    by_board = boards == 0
    found = {}
    for number, (row, project) in enumerate(zip(table.rows, projects, strict=True)):
        for position, column in enumerate(table.columns):
            cell = row.cells[position] if position < len(row.cells) else None
            if column.kind is not ColumnKind.AMOUNT or not isinstance(cell, int) or not project:
                continue
            kinds = _OF_PROJECT.get(column.code, _OF_PROJECT.get(row.code.rpartition(".")[2], ()))
            if by_board and row.kind is RowKind.PLAIN:
                board = str(row.cells[0])
                records = making.records.of_board(project, board, *kinds)
                if column.code in ("original", "planned"):
                    records = tuple(sorted({*records, *making.records.of_reorganised(board)}))
                # What was repaid before the book was opened posts nothing on the board.
                if cell and not records:
                    records = making.records.of_project(project, *kinds)
            else:
                records = making.records.of_project(project, *kinds)
            found[number, position] = making.of(f"{column.title} {project}".strip(), cell, records=records)
    return found


_OF_PROJECT_YEAR: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "net_cost": (("cost_reported",), ("year",)), "used": (_USES, ("year",)), "original": (GRANTS, ()),
    "measured": (("effect_measured",), ("effect_year",)),
    "repaid": (("repaid", "repayment_returned"), ("frame_year",)),
}  # fmt: skip
"""What is behind a column of a project's years: kinds of events, and what in them says the year, if anything does."""


def origins_of_project_years(table: Table, project: str, making: Making) -> dict[Place, Origin]:
    """Where the amounts of a project come from, year by year."""
    found = {}
    for number, row in enumerate(table.rows):
        for position, column in enumerate(table.columns):
            cell = row.cells[position]
            if column.code in _OF_PROJECT_YEAR and isinstance(cell, int):
                kinds, of_year = _OF_PROJECT_YEAR[column.code]
                seqs = making.records.of_project(project, *kinds) if cell else ()
                records = (making.records.by_seq[seq] for seq in seqs)
                own = [each.seq for each in records if all(getattr(each.event, name, row.cells[0]) == row.cells[0]
                                                           for name in of_year)]  # fmt: skip
                found[number, position] = making.of(f"{column.title} {row.cells[0]}", cell, records=own)
    return found
