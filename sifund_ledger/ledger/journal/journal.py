"""The journal (journal): checks a draft, seals it into the chain, and folds it into the state that later drafts meet.

What is asked of a draft when it is recorded is asked of the record when it is read back, so that a book cannot hold
what could not have been recorded. The journal stores nothing and asks no clock: time, actor and salt are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Finding, record_place
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.canonical.reading import EventTypes
from sifund_ledger.ledger.canonical.writing import encode_record, in_utc, note_digest
from sifund_ledger.ledger.entries import Entry, EntryDraft, entry_faults
from sifund_ledger.ledger.events import (
    EVENTS,
    BatchKeyed,
    CheckpointWritten,
    EntryCorrected,
    JournalOpened,
    PeriodMoved,
)
from sifund_ledger.ledger.journal.state import JournalState
from sifund_ledger.ledger.journal.store import SealedRecord
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Event, Note, Record

_SALT_LENGTH: Final = 16
_OWN: Final = frozenset(EVENTS)
_WESTERNMOST: Final = timedelta(hours=14)
"""How far a clock may be ahead of UTC, in which the time of recording is kept: what the day was there is not."""


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


class Journal(JournalState):
    """A journal (journal): checks drafts and seals them into the chain; a fold of its records.

    Records come in through :meth:`evolve` when they are read back, and through :meth:`record` when they are made. With
    ``events``, only what a reader of them knows is recorded.
    """

    unkept = JournalState.unkept | {"_events"}

    def __init__(self, events: Mapping[tuple[str, int], type[Event]] | None = None) -> None:
        super().__init__()
        self._events = events

    def record(
        self, draft: Draft, *, recorded_at: datetime, actor: str, salt: bytes = b"", proposed: bool = False
    ) -> SealedRecord:
        """Check a draft, seal it behind the head, fold it in. Raises :class:`~sifund_ledger.Refused` with every reason.

        ``recorded_at`` is an aware time, kept in UTC to the second; ``salt`` is 16 random bytes where there is a note.
        """
        sealed = self.seal(draft, recorded_at=recorded_at, actor=actor, salt=salt, proposed=proposed)
        self.evolve(sealed.record)
        return sealed

    def seal(
        self, draft: Draft, *, recorded_at: datetime, actor: str, salt: bytes = b"", proposed: bool = False
    ) -> SealedRecord:
        """Check a draft and seal it behind the head, as :meth:`record` does, but leave it to be folded in."""
        event, decision, text = draft
        drafted = event.draft()
        moment = in_utc(recorded_at)
        faults = self._faults(draft, drafted, moment, recorded_at.date(), actor, proposed)
        if faults:
            raise Refused(faults)
        note = self._note(text, salt)
        digest = b"" if note is None else note_digest(note)
        seq, previous = self.head.seq + 1, self.head.hash
        made = (seq, moment, actor, decision, event, self._numbered(drafted), digest, previous)
        data = encode_record(*made)
        return SealedRecord(Record(*made, sha256(data).digest(), note), data)

    @staticmethod
    def _note(text: str, salt: bytes) -> Note | None:
        if not text:
            return None
        if len(salt) != _SALT_LENGTH:
            raise ValueError(f"a note needs a salt of {_SALT_LENGTH} bytes")
        return Note(salt, text)

    def _numbered(self, drafted: EntryDraft | None) -> Entry | None:
        if drafted is None:
            return None
        year, event_date, text, postings, counterparty, documents, series = drafted
        number = self._numbers.get(series, 0) + 1
        return Entry(series, number, year, event_date, text, counterparty, documents, postings)

    def faults(self, draft: Draft, *, recorded_at: datetime, actor: str, proposed: bool = False) -> list[Finding]:
        """Every reason why a draft cannot be recorded now; ``proposed`` lets a proposed decision pass (a preview)."""
        return self._faults(draft, draft.event.draft(), in_utc(recorded_at), recorded_at.date(), actor, proposed)

    def record_faults(self, record: Record) -> list[Finding]:
        """Every reason why a record that is read could not have been recorded behind those before it, and its place."""
        event, place = record.event, record_place(record.seq)
        try:
            drafted = event.draft()
            expected = self._numbered(drafted)
            draft = Draft(event, record.decision)
            day = (record.recorded_at + _WESTERNMOST).date()
            faults = self._faults(draft, drafted, record.recorded_at, day, record.actor, proposed=False)
        except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as fault:
            return [codes.RECORD_UNDECODABLE.at(place, fault=f"{type(fault).__name__}: {fault}")]
        faults = [
            codes.RECORD_NOT_ALLOWED.at(place, fault=Bilingual(fault.text("sv"), fault.text("en"))) for fault in faults
        ]
        if record.entry != expected:
            faults.append(codes.ENTRY_NOT_OF_EVENT.at(place, differs=_difference(record.entry, expected)))
        return faults

    def _faults(
        self, draft: Draft, entry: EntryDraft | None, moment: datetime, day: date, actor: str, proposed: bool
    ) -> list[Finding]:
        event, decision, _ = draft
        faults = [] if actor else [codes.ACTOR_MISSING.at(event.kind)]
        if self.last is not None and moment < self.last.recorded_at:
            faults.append(codes.TIME_BACKWARDS.at(event.kind, recorded=moment, last=self.last.recorded_at))
        if self._events is not None and self._events.get((event.kind, event.version)) is not type(event):
            faults.append(codes.EVENT_UNKNOWN.at(event.kind, kind=event.kind, version=event.version))
        if decision is not None:
            faults += self._decision_faults(decision, day, event.kind, proposed)
        elif event.decided:
            faults.append(codes.DECISION_MISSING.at(event.kind, kind=event.kind))
        if type(event) in _OWN:
            faults += self._own_faults(event, decision)
        return faults if entry is None else [*faults, *self._entry_faults(entry, event)]

    def _own_faults(self, event: Event, decision: Decision | None) -> Iterator[Finding]:
        """What is asked of the ledger's own events beside."""
        if isinstance(event, JournalOpened) and self.opened is not None:
            yield codes.BOOK_OPENED.at("book", entity=self.opened.entity)
        elif isinstance(event, PeriodMoved):
            yield from self.periods.move_faults(event.year, PeriodState(event.state))
            if event.state != PeriodState.ADJUSTING and decision is None:
                yield codes.DECISION_MISSING.at(str(event.year), kind=event.kind)
        elif isinstance(event, CheckpointWritten) and (event.at_seq, event.at_hash) != self._head_in_hex():
            yield codes.CHECKPOINT_CONTRADICTS.at(str(event.year), seq=event.at_seq)
        elif isinstance(event, BatchKeyed) and event.key in self.keys:
            first, last = self.keys[event.key]
            yield codes.KEY_USED.at(event.source or event.key, first=first, last=last)
        elif isinstance(event, EntryCorrected):
            place = record_place(event.corrects)
            by = self.corrections.get(event.corrects)
            if by is not None:
                yield codes.CORRECTED_ALREADY.at(place, seq=event.corrects, by=by)
            if not self._reverses(event):
                yield codes.CORRECTION_NOT_REVERSING.at(place, seq=event.corrects)
            if not event.lines:
                yield from self.periods.posting_faults(event.year, event.kind, adjusting=True)

    def _head_in_hex(self) -> tuple[int, str]:
        return self.head.seq, self.head.hash.hex()

    def _reverses(self, event: EntryCorrected) -> bool:
        """Whether a correction takes back the entry that it names, and no correction, in its year or a later one."""
        booked = self.booked(event.corrects)
        if booked is None or booked[0] == EntryCorrected.kind:
            return False
        kind, year, entry = booked
        return event.year >= year and event == EntryCorrected.of(
            event.corrects, kind, entry, year=event.year, day=event.event_date
        )

    def _entry_faults(self, entry: EntryDraft, event: Event) -> list[Finding]:
        unsound = entry_faults(entry)
        closed = self.periods.posting_faults(entry.year, event.kind, adjusting=event.adjusting)
        earlier = getattr(event, "of_year", None)
        if earlier is not None and self.periods.state(earlier) is not PeriodState.CLOSED:
            unsound.append(codes.USE_OF_OPEN_YEAR.at(event.kind, of_year=earlier, year=entry.year))
        return [*unsound, *closed, *([] if unsound else self.balances.limit_faults(entry.year, entry.postings))]

    def decision_faults(
        self, decision: Decision, recorded_at: datetime, place: str, *, proposed: bool
    ) -> list[Finding]:
        """Why nothing can be recorded on a decision now: it is not taken, or was taken later (R25)."""
        return self._decision_faults(decision, recorded_at.date(), place, proposed)

    def _decision_faults(self, decision: Decision, day: date, place: str, proposed: bool) -> list[Finding]:
        faults = []
        state = self.state_of(decision)
        if state is DecisionState.REPEALED or (state is DecisionState.PROPOSED and not proposed):
            faults.append(codes.DECISION_NOT_TAKEN.at(place, decision=decision, state=state))
        if decision.date > day and not proposed:
            faults.append(codes.DECISION_LATER_THAN_RECORD.at(place, decision=decision, recorded=day))
        return faults


def _difference(entry: Entry | None, expected: Entry | None) -> Bilingual:
    """In what an entry is not the one that its event makes."""
    if entry is None:
        return Bilingual("den saknas", "it is missing")
    if expected is None:
        return Bilingual("händelsen ger ingen", "the event makes none")
    parts = [words for words, here, there in zip(_PARTS, entry, expected, strict=True) if here != there]
    return Bilingual(", ".join(each.sv for each in parts), ", ".join(each.en for each in parts))


_PARTS: Final = (
    Bilingual("serien", "its series"),
    Bilingual("numret", "its number"),
    Bilingual("året", "its year"),
    Bilingual("dagen", "its day"),
    Bilingual("texten", "its text"),
    Bilingual("motparten", "its counterparty"),
    Bilingual("underlagen", "its documents"),
    Bilingual("konteringarna", "its postings"),
)
