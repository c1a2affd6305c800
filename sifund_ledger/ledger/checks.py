"""Why a draft cannot be recorded now (avvisning): every reason, at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.findings import Finding
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.entries import EntryDraft, entry_faults
from sifund_ledger.ledger.events import EntryCorrected, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Event
from sifund_ledger.ledger.state import JournalState


class CheckedState(JournalState):
    """The state of a journal, and what it lets be recorded next: with ``events``, only what a reader of them knows."""

    def __init__(self, events: Mapping[tuple[str, int], type[Event]] | None = None) -> None:
        super().__init__()
        self._events = events

    def faults(self, draft: Draft, *, recorded_at: datetime, actor: str, proposed: bool = False) -> list[Finding]:
        """Every reason why a draft cannot be recorded now; ``proposed`` lets a proposed decision pass (a preview)."""
        return self._faults(draft, draft.event.draft(), recorded_at, actor, proposed)

    def _faults(
        self, draft: Draft, entry: EntryDraft | None, recorded_at: datetime, actor: str, proposed: bool
    ) -> list[Finding]:
        event, decision, _ = draft
        faults = [] if actor else [codes.ACTOR_MISSING.at(event.kind)]
        if self._events is not None and self._events.get((event.kind, event.version)) is not type(event):
            faults.append(codes.EVENT_UNKNOWN.at(event.kind, kind=event.kind, version=event.version))
        if decision is not None:
            faults += self.decision_faults(decision, recorded_at, event.kind, proposed=proposed)
        if isinstance(event, PeriodMoved):
            faults += self.periods.move_faults(event.year, PeriodState(event.state))
        elif isinstance(event, EntryCorrected) and event.corrects in self.corrections:
            by = self.corrections[event.corrects]
            faults.append(codes.CORRECTED_ALREADY.at(f"post {event.corrects}", seq=event.corrects, by=by))
        return faults if entry is None else [*faults, *self._entry_faults(entry, event)]

    def _entry_faults(self, entry: EntryDraft, event: Event) -> list[Finding]:
        unsound = entry_faults(entry)
        closed = self.periods.posting_faults(entry.year, event.kind, adjusting=event.adjusting)
        return [*unsound, *closed, *([] if unsound else self.balances.limit_faults(entry.year, entry.postings))]

    def decision_faults(
        self, decision: Decision, recorded_at: datetime, place: str, *, proposed: bool
    ) -> list[Finding]:
        """Why nothing can be recorded on a decision now: it is not taken, or was taken later (R25)."""
        faults = []
        state = self.state_of(decision)
        if state is DecisionState.REPEALED or (state is DecisionState.PROPOSED and not proposed):
            faults.append(codes.DECISION_NOT_TAKEN.at(place, decision=decision, state=state))
        if decision.date > recorded_at.date() and not proposed:
            faults.append(codes.DECISION_LATER_THAN_RECORD.at(place, decision=decision, recorded=recorded_at.date()))
        return faults
