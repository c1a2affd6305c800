"""Why a draft cannot be recorded now (avvisning): asked quickly, and then told with every reason."""

from __future__ import annotations

from datetime import datetime

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.findings import Finding
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.entries import EntryDraft, entry_faults, is_sound
from sifund_ledger.ledger.events import EntryCorrected, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Event
from sifund_ledger.ledger.state import JournalState


class CheckedState(JournalState):
    """The state of a journal, and what it lets be recorded next."""

    def faults(self, draft: Draft, *, recorded_at: datetime, actor: str, proposed: bool = False) -> list[Finding]:
        """Every reason why a draft cannot be recorded now; ``proposed`` lets a proposed decision pass (a preview)."""
        return self._faults(draft, draft.event.draft(), recorded_at, actor, proposed)

    def _faults(
        self, draft: Draft, entry: EntryDraft | None, recorded_at: datetime, actor: str, proposed: bool
    ) -> list[Finding]:
        event, decision, _ = draft
        faults = [] if actor else [codes.ACTOR_MISSING.at(event.kind)]
        if decision is not None:
            faults += self._decision_faults(decision, recorded_at, event.kind, proposed=proposed)
        if isinstance(event, PeriodMoved):
            faults.extend(self.periods.move_faults(event.year, PeriodState(event.state)))
        elif isinstance(event, EntryCorrected) and event.corrects in self.corrections:
            by = self.corrections[event.corrects]
            faults.append(codes.CORRECTED_ALREADY.at(f"post {event.corrects}", seq=event.corrects, by=by))
        if entry is not None:
            faults += self._entry_faults(entry, event)
        return faults

    def _entry_faults(self, entry: EntryDraft, event: Event) -> list[Finding]:
        unsound = [] if is_sound(entry) else entry_faults(entry)
        closed = self.periods.posting_faults(entry.year, event.kind, adjusting=event.adjusting)
        return [*unsound, *closed, *([] if unsound else self.balances.limit_faults(entry.year, entry.postings))]

    def _fits(self, entry: EntryDraft, event: Event) -> bool:
        """Whether :meth:`_entry_faults` has nothing to say; the quick way to ask."""
        year, postings = entry.year, entry.postings
        periods = self.periods
        return (
            is_sound(entry)
            and (periods.untouched or not periods.posting_faults(year, event.kind, adjusting=event.adjusting))
            and self.balances.keeps_limits(year, postings)
        )

    def _decision_faults(
        self, decision: Decision, recorded_at: datetime, place: str, *, proposed: bool
    ) -> list[Finding]:
        faults = []
        state = self.state_of(decision)
        if state is DecisionState.REPEALED or (state is DecisionState.PROPOSED and not proposed):
            faults.append(codes.DECISION_NOT_TAKEN.at(place, decision=decision, state=state))
        if decision.date > recorded_at.date() and not proposed:
            faults.append(
                codes.DECISION_LATER_THAN_RECORD.at(place, decision=decision, recorded=recorded_at.date().isoformat())
            )
        return faults
