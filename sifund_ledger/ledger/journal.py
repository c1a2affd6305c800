"""The journal (journal): checks a draft, seals it into the chain, and folds it into the state that later drafts meet.

It stores nothing and asks no clock: the time, the actor and the salt are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.ledger.canonical import (
    EventTypes,
    encode_event,
    encode_events,
    in_utc,
    note_digest,
    preamble,
    seal_text,
)
from sifund_ledger.ledger.chain import SealedRecord
from sifund_ledger.ledger.entries import Entry, EntryDraft, entry_faults, is_sound
from sifund_ledger.ledger.events import EVENTS, EntryCorrected, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Event, Note, Record
from sifund_ledger.ledger.state import OWN_EVENTS, JournalState

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

_SALT_LENGTH = 16
_PORTION = 64  # drafts recorded together; more would only keep the garbage collector busy
_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class
_STATE_SV = {DecisionState.PROPOSED: "ett förslag", DecisionState.REPEALED: "upphävt"}


def event_types(*rooms: Iterable[type[Event]]) -> EventTypes:
    """The types of event of several rooms by kind and version; the ledger's own among them.

    Raises ``ValueError`` where two have the same kind and version.
    """
    types: dict[tuple[str, int], type[Event]] = {}
    for event_type in (*EVENTS, *(event_type for room in rooms for event_type in room)):
        key = (event_type.kind, event_type.version)
        if types.setdefault(key, event_type) is not event_type:
            raise ValueError(f"two events are called {key}")
    return types


def _salted(salt: bytes, text: str) -> Note:
    if len(salt) != _SALT_LENGTH:
        raise ValueError(f"a note needs a salt of {_SALT_LENGTH} bytes")
    return Note(salt, text)


class _Command(NamedTuple):
    """What the records of one command have in common: checked once, and written once as canonical text."""

    decision: Decision | None
    recorded_at: datetime
    actor: str
    proposed: bool
    states: dict[tuple[str, str, str], DecisionState]
    sound: bool
    moment: datetime
    text: str


class Journal(JournalState):
    """A journal (journal): checks drafts, seals them into the chain, and folds them into the state.

    Records come in through :meth:`apply` when they are read back, and through :meth:`record` when they are made.
    """

    def __init__(self) -> None:
        super().__init__()
        self._latest: _Command | None = None

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

    def record(
        self, draft: Draft, *, recorded_at: datetime, actor: str, salt: bytes = b"", proposed: bool = False
    ) -> SealedRecord:
        """Check a draft, seal it behind the head, fold it in. Raises :class:`~sifund_ledger.Refused` with every reason.

        ``recorded_at`` is an aware time, kept in UTC to the second; ``salt`` is 16 random bytes where there is a note.
        """
        return self._record(draft, self._command(draft.decision, recorded_at, actor, proposed), salt)

    def record_all(
        self,
        drafts: Iterable[Draft],
        *,
        recorded_at: datetime,
        actor: str,
        salts: Iterable[bytes] = (),
        proposed: bool = False,
    ) -> list[SealedRecord]:
        """Record drafts in order, as one: where one is refused, all are taken back and its reasons raised.

        ``salts`` has one for each draft with a note, in order; otherwise as :meth:`record`.
        """
        salt = iter(salts)
        drafts = iter(drafts)
        sealed: list[SealedRecord] = []
        self.begin()
        try:
            while portion := [*islice(drafts, _PORTION)]:
                sealed += self._together(portion, recorded_at, actor, proposed) or [
                    self._record(
                        draft,
                        self._command(draft.decision, recorded_at, actor, proposed),
                        next(salt, b"") if draft.note else b"",
                    )
                    for draft in portion
                ]
        except BaseException:
            self.end(take_back=True)
            raise
        self.end(take_back=False)
        return sealed

    def _together(
        self, drafts: Sequence[Draft], recorded_at: datetime, actor: str, proposed: bool
    ) -> list[SealedRecord] | None:
        """The records of drafts that rest on one decision, where plainly none has a fault.

        ``None``, with nothing done, where they must be looked at one by one.
        """
        decision = drafts[0].decision
        command = self._command(decision, recorded_at, actor, proposed)
        events = [event for event, rests_on, note in drafts if rests_on is decision and not note]
        if not command.sound or len(events) != len(drafts) or not OWN_EVENTS.isdisjoint(map(type, events)):
            return None
        entries = [entry for event in events if (entry := event.draft()) is not None]
        if len(entries) != len(events) or not all(map(is_sound, entries)):
            return None
        if not self.periods.untouched and any(
            self.periods.posting_faults(entry.year, event.kind, adjusting=event.adjusting)
            for event, entry in zip(events, entries, strict=True)
        ):
            return None
        if not self.balances.keeps_limits(
            min(entry.year for entry in entries), [posting for entry in entries for posting in entry.postings]
        ):
            return None
        lines = encode_events(events)
        return [
            self._seal(event, line, entry, command, None)
            for event, line, entry in zip(events, lines, entries, strict=True)
        ]

    def _command(self, decision: Decision | None, recorded_at: datetime, actor: str, proposed: bool) -> _Command:
        latest = self._latest
        if (
            latest is not None
            and latest.decision is decision
            and latest.recorded_at is recorded_at
            and latest.actor is actor
            and latest.proposed is proposed
            and latest.states is self._decision_states
        ):
            return latest
        sound = bool(actor) and (
            decision is None or not self._decision_faults(decision, recorded_at, "", proposed=proposed)
        )
        self._latest = latest = _Command(
            decision,
            recorded_at,
            actor,
            proposed,
            self._decision_states,
            sound,
            in_utc(recorded_at),
            preamble(recorded_at, actor, decision),
        )
        return latest

    def _record(self, draft: Draft, command: _Command, salt: bytes) -> SealedRecord:
        event, _, text = draft
        entry = event.draft()
        if not command.sound or type(event) in OWN_EVENTS or not (entry is None or self._fits(entry, event)):
            faults = self._faults(draft, entry, command.recorded_at, command.actor, command.proposed)
            if faults:
                raise Refused(faults)
        return self._seal(event, encode_event(event), entry, command, _salted(salt, text) if text else None)

    def _seal(
        self, event: Event, line: str, drafted: EntryDraft | None, command: _Command, note: Note | None
    ) -> SealedRecord:
        """Number, chain and fold in what has been found right; ``line`` is the event's."""
        entry = None
        if drafted is not None:
            year, event_date, text, postings, counterparty, documents, series = drafted
            number = self._numbers.get(series, 0) + 1
            entry = _new(Entry, (series, number, year, event_date, text, counterparty, documents, postings))
        seq, previous = self._seq + 1, self._hash
        digest = note_digest(note) if note else b""
        data = seal_text(seq, previous, digest, command.text, line, entry)
        seal = sha256(data).digest()
        record = _new(
            Record, (seq, command.moment, command.actor, command.decision, event, entry, digest, previous, seal, note)
        )
        if entry is None or type(event) in OWN_EVENTS:
            self.apply(record)
        else:  # as apply does, with what is at hand
            self.balances.post(event.kind, year, postings)
            self._numbers[series] = number
            self._seq, self._hash = seq, seal
        return _new(SealedRecord, (record, data))
