"""Entries of a book that the general ledger has not booked (ej bokförda verifikationer), behind a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.funds.policy.choices import GeneralLedgerTreatment
from sifund_ledger.ledger.accounts import EQUALISATION_RESERVE, FUND_AVAILABLE, FUND_COMMITTED, RESULT_RESERVE

if TYPE_CHECKING:
    from sifund_ledger.ledger.entries import Entry
    from sifund_ledger.year_end.book_state import BookState

_RESERVES: Final = (EQUALISATION_RESERVE, RESULT_RESERVE)
_EARMARKED: Final = (FUND_AVAILABLE, FUND_COMMITTED)
_OPENING: Final = "IB"


def entries_unbooked(state: BookState, year: int, ore: int, *, reserve: str = "", fund: str = "") -> tuple[str, ...]:
    """The last entries of a year that together move a reserve or a fund's earmark by ``ore``, positive upwards: what
    the book has and the ledger lacks is then that they are not booked there. None where no such entries do.

    Only what goes out as vouchers counts: no opening balance, and no fund that is shown in notes alone (R29).
    """
    if reserve and reserve not in _RESERVES:
        return ()
    policy = state.register.policies.get(fund)
    if fund and (policy is None or policy.ledger_treatment is GeneralLedgerTreatment.NOTE_ONLY):
        return ()
    left, names = ore, list[str]()
    entries = [entry for _, entry in state.journal.entries.values() if entry.year == year and entry.series != _OPENING]
    for entry in reversed(entries):
        if moved := _moved(entry, reserve, fund):
            left -= moved
            names.insert(0, f"{entry.series} {entry.number}")
            if not left:
                return tuple(names)
    return ()


def _moved(entry: Entry, reserve: str, fund: str) -> int:
    """What an entry moves on a reserve or on a fund's earmark, positive upwards."""
    return -sum(
        ore
        for account, ore in entry.postings
        if (account.code == reserve if reserve else account.fund == fund and account.code in _EARMARKED)
    )
