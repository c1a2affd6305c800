"""What the closed years were closed with (stängda år): their figures, kept as they were printed then (R43b)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sifund_ledger.balance.figures.year_figures import ExceptionalGround, GroundEffect, YearFigures
from sifund_ledger.decisions import DecisionState
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.events import DecisionMoved, PeriodMoved
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.recorded_figures import as_judged, figures_of

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState


class Closings(EventFold):
    """The figures of each closed year, its grounds in the state they had then, and what was found of these; when the
    last annual report was approved; and by year of the repeal the grounds that have been repealed since (R45).

    What is recorded, appealed or repealed later leaves them as they are: it belongs to a year that is open.
    """

    folded = Handlers()

    def __init__(self, state: BookState) -> None:
        super().__init__()
        self._state = state
        self.years: dict[int, tuple[YearFigures, tuple[Finding, ...]]] = {}
        self.repealed: dict[int, tuple[ExceptionalGround, ...]] = {}
        self.approved: date | None = None

    @folded.of(PeriodMoved)
    def _closed(self, record: Record, event: PeriodMoved) -> None:
        if event.state != PeriodState.CLOSED:
            return
        stated = self._state.stated
        for year in stated.years():
            if year <= event.year and year not in self.years and stated.has_result(year):
                self._put(self.years, year, as_judged(self._state, figures_of(self._state, year)))
        if record.decision is not None and event.year != stated.opened_year:
            self._set("approved", record.decision.date)

    @folded.of(DecisionMoved)
    def _decision_moved(self, record: Record, event: DecisionMoved) -> None:
        grounds = tuple(
            ground
            for figures, _ in self.years.values()
            for ground in figures.exceptional_grounds
            if ground.decision.reference == event.about.reference and ground.effect is GroundEffect.WAIVE
        )
        if grounds and event.state == DecisionState.REPEALED:
            year = record.recorded_at.year
            self._put(self.repealed, year, (*self.repealed.get(year, ()), *grounds))
