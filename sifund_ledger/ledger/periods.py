"""The fiscal years of a journal: open, adjusting, closed (öppet, under bokslut, stängt).

A year is open until it is moved. While it is adjusting only what belongs to the closing of the books is recorded in
it, and it may be opened again by a decision. Closing a year closes every earlier one; a closed year never opens again:
what was wrong in it is corrected by a record in a year that is open (LKBR 3:7; invariant 11).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.folds import Undoable


class PeriodState(StrEnum):
    """The state of a fiscal year in the ledger."""

    OPEN = "open"
    ADJUSTING = "adjusting"
    CLOSED = "closed"


STATES = {  # in the order that a year goes through them
    PeriodState.OPEN: Bilingual("öppet", "open"),
    PeriodState.ADJUSTING: Bilingual("under bokslut", "adjusting"),
    PeriodState.CLOSED: Bilingual("stängt", "closed"),
}
"""What the states are called."""
_ORDER = (*STATES,)


class Periods(Undoable):
    """Which years are being closed, and through which year the books are closed.

    >>> periods = Periods()
    >>> periods.move(2013, PeriodState.CLOSED)
    >>> periods.state(2012), periods.state(2014)
    (<PeriodState.CLOSED: 'closed'>, <PeriodState.OPEN: 'open'>)
    """

    def __init__(self, changes: list[tuple[Any, Any, Any]] | None = None) -> None:
        super().__init__(changes)
        self.closed_through: int | None = None
        self._adjusting: frozenset[int] = frozenset()

    def state(self, year: int) -> PeriodState:
        """The state of a fiscal year."""
        if self.closed_through is not None and year <= self.closed_through:
            return PeriodState.CLOSED
        return PeriodState.ADJUSTING if year in self._adjusting else PeriodState.OPEN

    def move(self, year: int, state: PeriodState) -> None:
        """Take a year to a state, as a record says; whether it may is for :meth:`move_faults`."""
        if state is PeriodState.ADJUSTING:
            self._set("_adjusting", self._adjusting | {year})
        elif state is PeriodState.CLOSED:
            self._set("closed_through", max(year, self.closed_through or year))
            self._set("_adjusting", frozenset(y for y in self._adjusting if y > year))
        else:
            self._set("_adjusting", self._adjusting - {year})

    def move_faults(self, year: int, wanted: PeriodState) -> list[Finding]:
        """Why a year cannot be taken to the state asked for; empty where it can."""
        current = self.state(year)
        reopens = (current, wanted) == (PeriodState.ADJUSTING, PeriodState.OPEN)
        if reopens or _ORDER.index(wanted) > _ORDER.index(current):
            return []
        return [codes.PERIOD_BACKWARDS.at(str(year), year=year, current=STATES[current])]

    def posting_faults(self, year: int, kind: str, *, adjusting: bool) -> list[Finding]:
        """Why an event cannot be recorded in a year; ``adjusting`` says that it belongs to the closing of the books."""
        state = self.state(year)
        if state is PeriodState.CLOSED:
            return [codes.PERIOD_CLOSED.at(str(year), year=year)]
        if state is PeriodState.ADJUSTING and not adjusting:
            return [codes.PERIOD_ADJUSTING.at(str(year), year=year, kind=kind)]
        return []
