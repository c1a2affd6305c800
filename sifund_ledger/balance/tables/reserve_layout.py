"""The reserves and the room for an allocation as a table: one column per year, what is unknown left blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import RESERVE_ACCOUNT, RESERVE_ROOM, RESERVES
from sifund_ledger.law import Reserve
from sifund_ledger.table import LABEL, Column, Row, RowKind, Table

Years = Sequence[YearStatement]


def reserves_table(years: Years, unit: Unit, language: Language) -> Table | None:
    """Each reserve's roll-forward and the ceilings; ``None`` where no balance and no ceiling is known.

    ``code`` is ``reserves``.
    """
    rows = [row for reserve in Reserve for row in _account_rows(years, reserve)]
    rooms = [row for row in RESERVE_ROOM.rows(years) if any(cell is not None for cell in row.cells[1:])]
    if rooms:
        rows += [Row((RESERVE_ROOM.title,), RowKind.HEADING, RESERVE_ROOM.code), *rooms]
    columns = (LABEL, *(Column(str(year.year), str(year.year)) for year in years))
    return RESERVE_ACCOUNT.table(columns, rows, language, unit=unit) if rows else None


def _account_rows(years: Years, reserve: Reserve) -> Iterator[Row]:
    accounts = [year.reserve(reserve) for year in years]
    known = [account for account in accounts if account is not None and account.opening_ore is not None]
    if any(account.opening_ore or account.allocated_ore or account.used_ore for account in known):
        yield Row((RESERVES[reserve],), RowKind.HEADING, reserve.value)
        for row in RESERVE_ACCOUNT.rows(accounts):
            yield row._replace(code=f"{reserve.value}.{row.code}")
