"""Why a draft cannot be recorded now (avvisning): asked quickly, and then told with every reason."""

from __future__ import annotations

from datetime import datetime

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.ledger.entries import EntryDraft, entry_faults, is_sound
from sifund_ledger.ledger.events import EntryCorrected, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Event
from sifund_ledger.ledger.state import JournalState

DECISION_NOT_TAKEN = FindingCode(
    "DECISION_NOT_TAKEN",
    Severity.ERROR,
    en="{decision} is {state}; only a decision that has been taken can be recorded.",
    sv="{decision} är {state_sv}; bara ett fattat beslut kan registreras.",
    remedy_en="Use book.preview() for a draft, and record it when the decision is taken.",
    remedy_sv="Använd book.preview() för ett utkast, och registrera när beslutet är fattat.",
    citation="KL (2017:725) 5:1, 13:5",
)
DECISION_LATER_THAN_RECORD = FindingCode(
    "DECISION_LATER_THAN_RECORD",
    Severity.ERROR,
    en="{decision} had not been taken when this was recorded, {recorded}.",
    sv="{decision} var inte fattat när detta registrerades, {recorded}.",
    remedy_en="Correct the decision's date, or record it after the meeting.",
    remedy_sv="Rätta beslutets datum, eller registrera efter sammanträdet.",
    citation="LKBR 3:9",
)
ACTOR_MISSING = FindingCode(
    "ACTOR_MISSING",
    Severity.ERROR,
    en="Nobody is named as the one who records.",
    sv="Ingen är angiven som den som registrerar.",
    remedy_en="Open the book with actor=, a role or an official signature.",
    remedy_sv="Öppna boken med actor=, en roll eller tjänstesignatur.",
    citation="LKBR 3:7, 3:9",
)
CORRECTED_ALREADY = FindingCode(
    "CORRECTED_ALREADY",
    Severity.ERROR,
    en="Record {seq} was corrected by record {by}.",
    sv="Post {seq} rättades av post {by}.",
    remedy_en="Record the right amount anew instead.",
    remedy_sv="Registrera i stället det rätta beloppet på nytt.",
    citation="LKBR 3:7",
)
CODES = (DECISION_NOT_TAKEN, DECISION_LATER_THAN_RECORD, ACTOR_MISSING, CORRECTED_ALREADY)

_STATE_SV = {DecisionState.PROPOSED: "ett förslag", DecisionState.REPEALED: "upphävt"}


class CheckedState(JournalState):
    """The state of a journal, and what it lets be recorded next."""

    def faults(self, draft: Draft, *, recorded_at: datetime, actor: str, proposed: bool = False) -> list[Finding]:
        """Every reason why a draft cannot be recorded now; ``proposed`` lets a proposed decision pass (a preview)."""
        return self._faults(draft, draft.event.draft(), recorded_at, actor, proposed)

    def _faults(
        self, draft: Draft, entry: EntryDraft | None, recorded_at: datetime, actor: str, proposed: bool
    ) -> list[Finding]:
        event, decision, _ = draft
        faults = [] if actor else [ACTOR_MISSING.at(event.kind)]
        if decision is not None:
            faults += self._decision_faults(decision, recorded_at, event.kind, proposed=proposed)
        if isinstance(event, PeriodMoved):
            faults.extend(self.periods.move_faults(event.year, PeriodState(event.state)))
        elif isinstance(event, EntryCorrected) and event.corrects in self.corrections:
            by = self.corrections[event.corrects]
            faults.append(CORRECTED_ALREADY.at(f"post {event.corrects}", seq=event.corrects, by=by))
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
            faults.append(DECISION_NOT_TAKEN.at(place, decision=decision, state=state.value, state_sv=_STATE_SV[state]))
        if decision.date > recorded_at.date() and not proposed:
            faults.append(
                DECISION_LATER_THAN_RECORD.at(place, decision=decision, recorded=recorded_at.date().isoformat())
            )
        return faults
