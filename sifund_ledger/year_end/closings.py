"""What the closed years were closed with (stängda år): their figures, kept as they were printed then (R43b)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sifund_ledger.balance.deficits.plans import ActionPlan
from sifund_ledger.balance.figures.year_figures import ExceptionalGround, YearFigures
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.ledger.events import DecisionMoved, PeriodMoved
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.events import ApprovalRefused, ClosedLacking, DischargeDecided, PlanAdopted, YearCompared
from sifund_ledger.year_end.recorded_figures import as_judged, figures_of
from sifund_ledger.year_end.year_movements import corrected_result, printed_result

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState


class Repeal(NamedTuple):
    """A ground that falls with its decision, or stands again as the repeal was set aside (upphävt, eller åter)."""

    ground: ExceptionalGround
    falls: bool


class Closings(EventFold):
    """The figures of each closed year, its grounds in the state they had then, and what was found of these; when the
    council last decided on an annual report; and by the year in which it was recorded the grounds, of closed years and
    of deficits taken over, that have been repealed since (R45), or stand again. ``moved`` has by that year the closed
    years whose corrected result fell with its decision, or stands again: the year, what it was, and what it is, in öre.

    What is recorded, appealed or repealed later leaves them as they are: it belongs to a year that is open.
    """

    folded = Handlers()
    unkept = EventFold.unkept | {"_state"}

    def __init__(self, state: BookState) -> None:
        super().__init__()
        self._state = state
        self.years: dict[int, tuple[YearFigures, tuple[Finding, ...]]] = {}
        self.repealed: dict[int, tuple[Repeal, ...]] = {}
        self.moved: dict[int, tuple[tuple[int, int, int], ...]] = {}
        self.approved: date | None = None
        self.approvals: dict[int, int] = {}
        """The records by which years were closed on the council's decision on the annual report."""
        self.unapproved: dict[int, Decision] = {}
        """The decisions by which the council did not approve a year's annual report."""
        self.discharged: dict[int, Decision] = {}
        """The decisions on discharge for a year."""
        self.compared: dict[tuple[int, str], tuple[int, YearCompared]] = {}
        """By year and source, what a year was held against last, and the record of that."""
        self.plans: dict[int, tuple[tuple[int, ActionPlan], ...]] = {}
        """By the year of the deficit, the action plans adopted for it, and their records."""
        self.lacking: dict[int, tuple[str, ...]] = {}
        """What closed years lacked when they were closed."""

    @folded.of(YearCompared)
    def _compared(self, record: Record, event: YearCompared) -> None:
        self._put(self.compared, (event.year, event.source), (record.seq, event))

    @folded.of(PlanAdopted)
    def _plan_adopted(self, record: Record, event: PlanAdopted) -> None:
        if record.decision is not None:
            plan = ActionPlan(event.year, event.due_year, event.measures, record.decision)
            self._put(self.plans, event.year, (*self.plans.get(event.year, ()), (record.seq, plan)))

    @folded.of(ClosedLacking)
    def _lacking(self, record: Record, event: ClosedLacking) -> None:
        self._put(self.lacking, event.year, event.lacks)

    @folded.of(ApprovalRefused)
    def _refused(self, record: Record, event: ApprovalRefused) -> None:
        if record.decision is not None:
            self._put(self.unapproved, event.year, record.decision)

    @folded.of(DischargeDecided)
    def _discharged(self, record: Record, event: DischargeDecided) -> None:
        if record.decision is not None:
            self._put(self.discharged, event.year, record.decision)

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
            self._put(self.approvals, event.year, record.seq)

    @folded.of(DecisionMoved)
    def _decision_moved(self, record: Record, event: DecisionMoved) -> None:
        of_years = (figures.exceptional_grounds for figures, _ in self.years.values())
        taken_over = (deficit.grounds for deficit in self._state.stated.opening_deficits or ())
        grounds = (ground for each in (*taken_over, *of_years) for ground in each)
        year, falls = record.recorded_at.year, event.state == DecisionState.REPEALED
        for ground in grounds:
            if ground.decision.reference == event.about.reference and falls is not self._fallen(ground):
                self._put(self.repealed, year, (*self.repealed.get(year, ()), Repeal(ground, falls)))
        for of_year, corrections in self._state.stated.corrected.items():
            resting = [each.year for each, decision in corrections if decision.reference == event.about.reference]
            if resting:
                closed = self._state.closed_through or 0
                self._result_moved(of_year, max(resting) if max(resting) > closed else year)

    def _result_moved(self, of_year: int, year: int) -> None:
        """In a year, let a closed one's result be what the last correction says whose decision stands."""
        corrections = self._state.stated.corrected[of_year]
        repealed = [self._state.journal.state_of(decision) is DecisionState.REPEALED for _, decision in corrections]
        standing = [each.new_ore for (each, _), fallen in zip(corrections, repealed, strict=True) if not fallen]
        printed = printed_result(self._state, of_year)
        new, old = [printed, *standing][-1], printed + corrected_result(self._state, of_year, of_year, LAST_YEAR)
        if new != old:
            self._put(self.moved, year, (*self.moved.get(year, ()), (of_year, old, new)))

    def _fallen(self, ground: ExceptionalGround) -> bool:
        falls = [each.falls for repeals in self.repealed.values() for each in repeals if each.ground is ground]
        return bool(falls) and falls[-1]
