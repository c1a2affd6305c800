"""The states of a fiscal year from open to locked (årets läge): what its records lead to (R25)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.year_end.book_state import BookState


class YearState(StrEnum):
    """How far a fiscal year has come. ``approved`` is locked too: the two are set together, by one record; and so
    is ``refused``, where the council did not approve the annual report (R47)."""

    OPEN = "open"
    CLOSING_ENTRIES = "closing_entries"
    HANDED_OVER = "handed_over"
    APPROVED = "approved"
    REFUSED = "refused"
    LOCKED = "locked"


YEAR_STATES: Final = {  # in the order that a year goes through them
    YearState.OPEN: Bilingual("öppet", "open"),
    YearState.CLOSING_ENTRIES: Bilingual("bokslut registrerat", "closing entries"),
    YearState.HANDED_OVER: Bilingual("överlämnat", "handed over"),
    YearState.APPROVED: Bilingual("godkänt och låst", "approved and locked"),
    YearState.REFUSED: Bilingual("inte godkänt, låst", "not approved, locked"),
    YearState.LOCKED: Bilingual("låst", "locked"),
}
"""What the states are called. The year that a book was opened with, and those before it, are locked unapproved."""


def year_state(state: BookState, year: int) -> YearState:
    """The state of a fiscal year.

    It has closing entries once its year-end is posted, and is handed over once its closing is said to be done, from
    when on only what belongs to the closing is recorded. A year handed over may be opened again; a locked one never.
    """
    period = state.journal.periods.state(year)
    if period is PeriodState.CLOSED:
        if year in state.closings.unapproved:
            return YearState.REFUSED
        return YearState.APPROVED if year in state.closings.approvals else YearState.LOCKED
    if period is PeriodState.ADJUSTING:
        return YearState.HANDED_OVER
    return YearState.CLOSING_ENTRIES if state.stated.is_stated(year) else YearState.OPEN
