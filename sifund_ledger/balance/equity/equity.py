"""The note on equity (not om eget kapital), with the earmarks as "varav", and what ties it to the result.

Equity changes only through the result of the year and through adjustments straight to it (LKBR 4:4 p. 7–8; EQ-1,
ruling R17). An earmark is a label on part of it: neither money, nor an account, nor a provision.
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.balance.equity import findings as codes
from sifund_ledger.balance.equity.equity_note import EquityNote as EquityNote
from sifund_ledger.balance.equity.equity_note import note_ties as note_ties
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.ledger.accounts import (
    EQUALISATION_RESERVE,
    FUND_AVAILABLE,
    FUND_COMMITTED,
    NET_ASSETS,
    RESULT_OF_YEAR,
    RESULT_RESERVE,
    earmark,
)
from sifund_ledger.ledger.balances import Balances

_EARMARKS: Final = (FUND_AVAILABLE, FUND_COMMITTED)
_LIMITED: Final = (NET_ASSETS, EQUALISATION_RESERVE, RESULT_RESERVE, *_EARMARKS)


def equity(balances: Balances, year: int) -> int:
    """Equity at the close of a year, in öre; negative where debts exceed assets."""
    return balances.balance(earmark(NET_ASSETS), at=year)


def earmarked(balances: Balances, year: int, fund: str | None = None) -> int:
    """What is earmarked of equity at the close of a year, in one fund or in all; öre, positive."""

    accounts = [account for account in balances.accounts(*_EARMARKS) if fund in (None, account.fund)]
    return -sum([balances.balance(account, at=year) for account in accounts])


def reserves(balances: Balances, year: int) -> tuple[int, int]:
    """RUR and RER at the close of a year, in öre, positive."""
    return (
        -balances.balance(earmark(EQUALISATION_RESERVE), at=year),
        -balances.balance(earmark(RESULT_RESERVE), at=year),
    )


def result_of(balances: Balances, year: int) -> int:
    """The recorded result of a year, in öre, signed; 0 where none is recorded."""
    return -balances.movement(earmark(RESULT_OF_YEAR, year=year), "result_recorded")


def room_faults(balances: Balances, ore: int, *, year: int) -> list[Finding]:
    """Why ``ore`` more cannot be earmarked from ``year`` on: at some close the earmarks would exceed equity (R12)."""
    later = {y for account in balances.accounts(*_LIMITED) for y in balances.years(account)}
    for close in sorted({year, *(y for y in later if y > year)}):
        limit = equity(balances, close) - sum(reserves(balances, close))
        total = earmarked(balances, close) + ore
        if total > limit:
            return [_above_equity(close, total, limit, Severity.ERROR)]
    return []


def _above_equity(year: int, total: int, limit: int, severity: Severity) -> Finding:
    return codes.EARMARKS_ABOVE_EQUITY.at(str(year), severity=severity, year=year, earmarked=total, equity=limit)


def equity_note(balances: Balances, year: int) -> EquityNote:
    """The note on equity of a fiscal year, from the EARMARK book."""
    funds = dict.fromkeys([account.fund for account in balances.accounts() if account.code in _EARMARKS])
    rur, rer = reserves(balances, year)
    rur_before, rer_before = reserves(balances, year - 1)
    marks = tuple((fund, earmarked(balances, year, fund)) for fund in funds)
    return EquityNote(
        year=year,
        # In the year by whose close the book was opened, what it was opened with is the opening.
        opening_ore=equity(balances, year - 1) + balances.movement(earmark(NET_ASSETS), "equity_opened", year=year),
        adjusted_ore=balances.movement(earmark(NET_ASSETS), "equity_adjusted", year=year),
        result_ore=balances.movement(earmark(NET_ASSETS), "result_recorded", year=year),
        closing_ore=equity(balances, year),
        equalisation_reserve_ore=rur,
        result_reserve_ore=rer,
        earmarks=tuple((fund, ore) for fund, ore in marks if ore),
        opening_equalisation_reserve_ore=rur_before,
        opening_result_reserve_ore=rer_before,
        corrected_ore=balances.corrected(earmark(NET_ASSETS), year),
    )


def note_faults(note: EquityNote) -> list[Finding]:
    """A warning where the note's earmarks exceed its equity apart from the reserves (ruling R12)."""
    limit = note.closing_ore - note.equalisation_reserve_ore - note.result_reserve_ore
    total = sum(ore for _, ore in note.earmarks)
    return [_above_equity(note.year, total, limit, Severity.WARNING)] if total > limit else []
