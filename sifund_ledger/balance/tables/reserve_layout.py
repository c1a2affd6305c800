"""The reserves and the room for an allocation as a table: one column per year, what is unknown left blank."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.reserves.reserves import ReserveAccount
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.law import Reserve
from sifund_ledger.table import Row, RowKind, Table

Years = Sequence[YearStatement]

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Reserver", "Reserves"),
    "equalisation_reserve": ("Resultatutjämningsreserv", "Equalisation reserve"),
    "result_reserve": ("Resultatreserv", "Result reserve"),
    "opening": ("Ingående balans", "Opening balance"),
    "allocated": ("Reserverat", "Set aside"),
    "used": ("Använt", "Used"),
    "dissolved": ("Upplöst", "Dissolved"),
    "closing": ("Utgående balans", "Closing balance"),
    "room": ("Utrymme för reservering", "Room for an allocation"),
    "flow": ("Tak, årets resultat", "Ceiling, the year's result"),
    "stock": ("Tak, reservens storlek", "Ceiling, the reserve's size"),
    "proposed": ("Föreslaget", "Proposed"),
}
_SIGNED: Final[tuple[tuple[str, Callable[[ReserveAccount], int | None]], ...]] = (
    ("opening", lambda account: account.opening_ore),
    ("allocated", lambda account: account.allocated_ore),
    ("used", lambda account: -account.used_ore),
    ("dissolved", lambda account: -(account.dissolved_ore or 0)),
    ("closing", lambda account: account.closing_ore),
)
_CEILINGS: Final[tuple[tuple[str, Callable[[YearStatement], int | None]], ...]] = (
    ("flow", lambda year: year.ceilings.reserve_flow_ore),
    ("stock", lambda year: year.ceilings.reserve_stock_ore),
    ("proposed", lambda year: year.ceilings.reserve_proposed_ore),
)


def _word(key: str, language: Language) -> str:
    return _WORDS[key][0 if language == "sv" else 1]


def reserves_table(years: Years, unit: Unit, language: Language) -> Table | None:
    """Each reserve's roll-forward and the ceilings; ``None`` where no balance and no ceiling is known.

    ``code`` is ``reserves``.
    """
    rows = [row for reserve in Reserve for row in _account_rows(years, reserve, language)]
    rows += _ceiling_rows(years, language)
    if not rows:
        return None
    return Table(
        title=_word("title", language),
        columns=("", *(str(year.year) for year in years)),
        rows=tuple(rows),
        unit=unit,
        code="reserves",
    )


def _account_rows(years: Years, reserve: Reserve, language: Language) -> Iterator[Row]:
    accounts = [year.reserve(reserve) for year in years]
    known = [account for account in accounts if account is not None and account.opening_ore is not None]
    if not any(account.opening_ore or account.allocated_ore or account.used_ore for account in known):
        return
    yield Row((_word(reserve.value, language),), RowKind.HEADING)
    for key, amount in _SIGNED:
        cells = [None if account is None else amount(account) for account in accounts]
        always = key in ("opening", "closing")
        if always or any(cells):
            yield Row((_word(key, language), *cells), RowKind.SUM if key == "closing" else RowKind.PLAIN)


def _ceiling_rows(years: Years, language: Language) -> Iterator[Row]:
    rows = []
    for key, amount in _CEILINGS:
        cells = [amount(year) for year in years]
        if any(cell is not None for cell in cells):
            rows.append(Row((_word(key, language), *cells)))
    if rows:
        yield Row((_word("room", language),), RowKind.HEADING)
        yield from rows
