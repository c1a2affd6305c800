"""The fiscal years of a journal: open, adjusting, closed (öppet, under bokslut, stängt).

A year is open until it is moved. While it is adjusting only what belongs to the closing of the books is recorded in
it. Closing a year closes every earlier one; a closed year never opens again: what was wrong in it is corrected by a
record in a year that is open (LKBR 3:7; invariant 11).
"""

from __future__ import annotations

from enum import StrEnum

from sifund_ledger.findings import Finding
from sifund_ledger.ledger import findings as codes


class PeriodState(StrEnum):
    """The state of a fiscal year in the ledger."""

    OPEN = "open"
    ADJUSTING = "adjusting"
    CLOSED = "closed"


_SWEDISH = {PeriodState.OPEN: "öppet", PeriodState.ADJUSTING: "under bokslut", PeriodState.CLOSED: "stängt"}
_ORDER = (PeriodState.OPEN, PeriodState.ADJUSTING, PeriodState.CLOSED)


class Periods:
    """Which years are being closed, and through which year the books are closed.

    >>> periods = Periods()
    >>> periods.move(2013, PeriodState.CLOSED)
    >>> periods.state(2012), periods.state(2014)
    (<PeriodState.CLOSED: 'closed'>, <PeriodState.OPEN: 'open'>)
    """

    def __init__(self) -> None:
        self.closed_through: int | None = None
        self._adjusting: frozenset[int] = frozenset()
        self.untouched = True

    def state(self, year: int) -> PeriodState:
        """The state of a fiscal year."""
        if self.closed_through is not None and year <= self.closed_through:
            return PeriodState.CLOSED
        return PeriodState.ADJUSTING if year in self._adjusting else PeriodState.OPEN

    def move(self, year: int, state: PeriodState) -> None:
        """Take a year forward, as a record says; whether it may is for :meth:`move_faults`."""
        self.untouched = False
        if state is PeriodState.ADJUSTING:
            self._adjusting |= {year}
        elif state is PeriodState.CLOSED:
            self.closed_through = max(year, self.closed_through or year)
            self._adjusting = frozenset(y for y in self._adjusting if y > year)

    def move_faults(self, year: int, wanted: PeriodState) -> list[Finding]:
        """Why a year cannot be taken to the state asked for; empty where it can."""
        current = self.state(year)
        if _ORDER.index(wanted) > _ORDER.index(current):
            return []
        return [
            codes.PERIOD_BACKWARDS.at(
                str(year),
                year=year,
                current=current.value,
                wanted=wanted.value,
                current_sv=_SWEDISH[current],
                wanted_sv=_SWEDISH[wanted],
            )
        ]

    def posting_faults(self, year: int, kind: str, *, adjusting: bool) -> list[Finding]:
        """Why an event cannot be recorded in a year; ``adjusting`` says that it belongs to the closing of the books."""
        state = self.state(year)
        if state is PeriodState.CLOSED:
            return [codes.PERIOD_CLOSED.at(str(year), year=year)]
        if state is PeriodState.ADJUSTING and not adjusting:
            return [codes.PERIOD_ADJUSTING.at(str(year), year=year, kind=kind)]
        return []

    def copy(self) -> Periods:
        """A copy that can be moved without touching this one."""
        twin = Periods()
        twin.closed_through, twin._adjusting, twin.untouched = self.closed_through, self._adjusting, self.untouched
        return twin
