"""Commands decided again (prövade om): what each record's command comes to in the state of the book before it.

Law and policy run when a command is decided, and the journal keeps amounts alone. So whoever rewrites a book can put
into it what no rule would have let in, and no hash shows it: the rules have to be asked once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Any, Final, NamedTuple

from sifund_ledger.balance.figures.events import FiguresStated, GroundInvoked, ResultCarried, ResultRecorded
from sifund_ledger.book.commands import all_commands
from sifund_ledger.book.commands.years import CloseYear
from sifund_ledger.book.situation import Situation
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.project.progress import CloseProject, ReopenProject
from sifund_ledger.funds.repayment.boards import Reorganise
from sifund_ledger.funds.repayment.revision import RevisePlan
from sifund_ledger.funds.repayment.settlement import Settle
from sifund_ledger.funds.state.claim_events import PlanRevised, Reassigned, Repaid, ShortfallBorne
from sifund_ledger.funds.state.project import ProjectStanding, moved_lines, plan_by_board
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.ledger.commands import Command, Outcome, command_of
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Event, Record
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.proposal import carried_results

_PART: Final = Bilingual("en del av {what}", "a part of {what}")


def _part(sv: str, en: str) -> Bilingual:
    return _PART.filled(what=Bilingual(sv, en))


_OF_CLOSING: Final = _part("stängningen av ett år", "closing a year")
_OF_OPENING: Final = _part("det ingående egna kapitalet", "opening equity")
_OF_YEAR_END: Final = _part("ett bokslut", "a year-end")
NOT_DECIDED_AGAIN: Final = {
    "batch_keyed": _part("det som registreras under en nyckel", "what is recorded under a key"),
    "checkpoint_written": _OF_CLOSING,
    "approval_refused": _OF_CLOSING,
    "closed_lacking": _OF_CLOSING,
    "deficits_opened": _OF_OPENING,
    "excluded_opened": _OF_OPENING,
    "figures_stated": Bilingual("ett bokslut; prövas som det stod då", "a year-end; drawn up as it stood then"),
    "ground_invoked": _OF_YEAR_END,
    "note_blotted": Bilingual("anteckningen är gallrad", "the note that the command asks for is gone"),
    "plan_revised": Bilingual(
        "planens ändring lagras, inte planen", "what the plan changes by is stored, not the plan"
    ),
    "reserve_allocated": _OF_YEAR_END,
    "reserve_used": _OF_YEAR_END,
    "result_carried": _part("resultatet efter det", "the result after it"),
    "shortfall_borne": _part("en slutavräkning", "a settlement"),
}
"""The kinds of event that lead to no command by themselves, and why."""
NOT_PROVED: Final = frozenset({"deficits_opened", "excluded_opened", "note_blotted"})
"""Those of them that nothing else in a book proves."""
_OF_SETTLEMENT: Final = (PlanRevised, Repaid, Reassigned, ShortfallBorne)
_WESTERNMOST: Final = timedelta(hours=14)
"""What the day was where it was recorded is not kept: it is taken at its latest, as when a book is opened."""


class Again(NamedTuple):
    """A record whose command was decided again: its findings, whether it would record something else, whether it
    would record anything, and the event of the same kind that it would record instead."""

    record: Record
    findings: tuple[Finding, ...] = ()
    differs: bool = False
    gives: bool = True
    instead: Event | None = None


class DecidingAgain:
    """Decides the command of each record in turn. The records are those of one book, in order; the state is that
    before the record asked about."""

    def __init__(self, state: BookState, records: Sequence[Record]) -> None:
        self._state, self._records = state, records
        self._commands: tuple[type[Command], ...] = (*all_commands(), *state.commands)
        self._makers: dict[str, tuple[type[Command], ...]] = {}
        self._parts: list[Event] = []

    def of(self, at: int) -> Again | None:
        """The record at a place decided again, or a part of what was; ``None`` where no command is had from it."""
        record = self._records[at]
        if record.event in self._parts:  # in whatever order: what a reorganisation registers, no event keeps
            self._parts.remove(record.event)
            return Again(record)
        self._parts.clear()
        made: Again | None = None
        for command, whole in self._candidates(at, record):
            outcome = self._decided(command, record)
            events = [draft.event for draft in outcome.drafts]
            fits = self._fits(at, events) and (not whole or events == self._events(at, len(events)))
            if fits and not outcome.refused:
                self._parts.extend(events[events.index(record.event) + 1 :] if record.event in events else ())
                return Again(record, outcome.findings)
            if not whole:
                instead = next((each for each in events if each.kind == record.event.kind), None)
                made = Again(record, outcome.findings, not fits and not outcome.refused, bool(events), instead)
        return made or self._by_itself(record)

    def _decided(self, command: Command, record: Record) -> Outcome:
        try:
            return command.decide(self._situation(record))
        except Refused as refused:  # the state before it cannot be stated: what is wrong there is found, not raised
            return Outcome((), refused.findings)

    def _by_itself(self, record: Record) -> Again | None:
        """A record that only a composite command can have made, where none of the book's commands accounts for it."""
        event = record.event
        if isinstance(event, ShortfallBorne):
            return Again(record, differs=True, gives=False)
        if isinstance(event, ResultCarried):
            carried = [draft.event for draft in carried_results(self._state, LAST_YEAR)]
            instead = next((each for each in carried if getattr(each, "year", 0) == event.year), None)
            return Again(record, differs=event not in carried, gives=bool(carried), instead=instead)
        return None

    def _situation(self, record: Record) -> Situation:
        return Situation(self._state, _day_of(record), self._numbered)

    def _numbered(self, seq: int) -> Record | None:
        """A record by its number, as the command that named it could see it: not what came after."""
        last = self._state.journal.head.seq
        return self._records[seq - 1] if 0 < seq <= last else None

    def _from(self, at: int) -> Iterator[Record]:
        """The records from a place on, one at a time: a slice would copy all that follow, for each record."""
        return (self._records[each] for each in range(at, len(self._records)))

    def _events(self, at: int, count: int) -> list[Event]:
        return [record.event for record in self._records[max(0, at) : at + count]]

    def _fits(self, at: int, events: Sequence[Event]) -> bool:
        """Whether the command gives the record, and what it gives before that is there."""
        event = self._records[at].event
        if isinstance(event, EntryCorrected):  # without a decision it has the day of the clock, which is kept in UTC
            return True
        if event not in events:
            return False
        before = events[: events.index(event)]
        return not before or all(each in self._events(at - len(before), len(before)) for each in before)

    def _candidates(self, at: int, record: Record) -> Iterator[tuple[Command, bool]]:
        """The commands that may have made a record, and whether the ones after it must be the rest of it."""
        event, decision = record.event, record.decision
        if decision is not None and isinstance(event, (*_OF_SETTLEMENT, ProjectMoved)):
            yield from ((each, True) for each in self._settlements(at, record))
        if isinstance(event, ProjectMoved) and event.state == ProjectStanding.CLOSED and decision is not None:
            yield self._closed(event, decision), False
        if isinstance(event, ProjectMoved) and event.state == ProjectStanding.SETTLED and decision is not None:
            yield Settle(project=event.project, frame_year=decision.date.year, decision=decision), False
        elif isinstance(event, PlanRevised) and decision is not None:
            yield self._revision(event, decision), False
        elif not (record.event.kind in NOT_DECIDED_AGAIN or _of_year_end(record) or _note_is_gone(record)):
            command = command_of(record, self._makers_of(record.event.kind))
            if isinstance(command, CloseYear):
                yield self._closing(command, record), False
            elif isinstance(command, Reorganise):
                yield replace(command, reason=self._reason_of_moves(at) or command.reason), False
            elif command is not None:
                yield command, False

    def _makers_of(self, kind: str) -> tuple[type[Command], ...]:
        """The commands that can have made an event of a kind; those that look at more than that are always asked."""
        if kind not in self._makers:
            self._makers[kind] = tuple(each for each in self._commands if kind in each.kinds or _looks_further(each))
        return self._makers[kind]

    def _closed(self, event: ProjectMoved, decision: Decision) -> Command:
        """A project is closed; or, where it was settled, opened again by one step."""
        project = self._state.register.project(event.project)
        if project is not None and project.standing is ProjectStanding.SETTLED:
            return ReopenProject(project=event.project, reason=event.reason, decision=decision)
        return CloseProject(project=event.project, year=decision.date.year, decision=decision, reason=event.reason)

    def _settlements(self, at: int, record: Record) -> Iterator[Settle]:
        """The settlement that a record begins, where the ones after it are its rest."""
        event: Any = record.event
        rest = [*takewhile(lambda each: _goes_with(each, record), self._from(at))]
        ends = any(
            isinstance(each.event, ProjectMoved) and each.event.state == ProjectStanding.SETTLED for each in rest
        )
        if ends and record.decision is not None:
            years = {each.event.frame_year for each in rest if isinstance(each.event, Repaid)}
            project = self._state.register.project(event.project)
            late = self._state.register.repaid_until(project) if project is not None else None
            for year in sorted(years or {record.decision.date.year, (late or 0) + 1}):
                yield Settle(project=event.project, frame_year=year, decision=record.decision)

    def _revision(self, event: PlanRevised, decision: Decision) -> Command:
        """The plan that the changes lead to: of each board that they concern, what it is to repay from then on."""
        claims, plan = self._state.register.claims, dict[str, Any]()
        for board, changes in plan_by_board(event.changes).items():
            claim = claims.get((event.project, board))
            plan[board] = dict(moved_lines(claim.open_lines if claim else (), changes, 1))
        return RevisePlan(project=event.project, plan=plan, reason=event.reason, decision=decision)

    def _reason_of_moves(self, at: int) -> str:
        """The reason of a reorganisation, which the claims that it moves keep."""
        decision = self._records[at].decision
        after = takewhile(lambda each: each.decision == decision, self._from(at + 1))
        return next((reason for each in after if (reason := getattr(each.event, "reason", ""))), "")

    def _closing(self, command: CloseYear, record: Record) -> CloseYear:
        refused = command.year in self._state.closings.unapproved
        return CloseYear(year=command.year, decision=command.decision, reason=command.reason, refused=refused)


def _looks_further(command: type[Command]) -> bool:
    return command.made.__func__ is not Command.made.__func__  # type: ignore[attr-defined]


def _day_of(record: Record) -> date:
    return (record.recorded_at + _WESTERNMOST).date()


def _goes_with(record: Record, first: Record) -> bool:
    """Whether a record can be of the same settlement as another."""
    event: Any = record.event
    return (
        isinstance(event, (*_OF_SETTLEMENT, ProjectMoved))
        and event.project == first.event.project  # type: ignore[attr-defined]
        and (record.decision, record.recorded_at) == (first.decision, first.recorded_at)
    )


def _of_year_end(record: Record) -> bool:
    """Whether it takes back the result of an earlier run of a year-end, which no decision does."""
    event = record.event
    return isinstance(event, EntryCorrected) and event.corrected_kind == ResultRecorded.kind and record.decision is None


def _note_is_gone(record: Record) -> bool:
    return bool(record.note_digest) and record.note is None


def ends_year_end(records: Sequence[Record], at: int) -> bool:
    """Whether a record is the last of a year-end: its figures, or the last ground invoked with them."""
    event = records[at].event
    following = records[at + 1].event if at + 1 < len(records) else None
    return isinstance(event, FiguresStated | GroundInvoked) and not isinstance(following, GroundInvoked)
