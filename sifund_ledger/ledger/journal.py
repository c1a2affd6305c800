"""The journal (journal): checks a draft, seals it into the chain, and folds it into the state that later drafts meet.

It stores nothing and asks no clock: the time, the actor and the salt are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from hashlib import sha256
from itertools import islice, repeat
from typing import NamedTuple

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.ledger.canonical import (
    EventTypes,
    chained,
    encode_event,
    encode_events,
    in_utc,
    note_digest,
    preamble,
    seal_text,
)
from sifund_ledger.ledger.chain import SealedRecord
from sifund_ledger.ledger.checks import CheckedState
from sifund_ledger.ledger.entries import Entry, EntryDraft, is_sound
from sifund_ledger.ledger.events import EVENTS
from sifund_ledger.ledger.records import Draft, Event, Note, Record
from sifund_ledger.ledger.state import OWN_EVENTS

_SALT_LENGTH = 16
_PORTION = 64  # drafts recorded together; more would only keep the garbage collector busy
_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class


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


class Journal(CheckedState):
    """A journal (journal): checks drafts, seals them into the chain, and folds them into the state.

    Records come in through :meth:`apply` when they are read back, and through :meth:`record` when they are made.
    """

    def __init__(self) -> None:
        super().__init__()
        self._latest: _Command | None = None

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
        return self._seal_all(events, entries, command)

    def _seal_all(
        self, events: Sequence[Event], drafted: Sequence[EntryDraft], command: _Command
    ) -> list[SealedRecord]:
        """Number, chain and fold in what has been found right, column by column."""
        entries = [self._numbered(entry) for entry in drafted]
        lines = encode_events(events)
        datas, hashes = chained(self._seq, self._hash, command.text, lines, entries)
        records = map(
            partial(_new, Record),
            zip(
                range(self._seq + 1, self._seq + 1 + len(events)),
                repeat(command.moment),
                repeat(command.actor),
                repeat(command.decision),
                events,
                entries,
                repeat(b""),
                [self._hash, *hashes],
                hashes,
                repeat(None),
                strict=False,
            ),
        )
        for event, entry in zip(events, entries, strict=True):
            self.balances.post(event.kind, entry.year, entry.postings)
        self._seq, self._hash = self._seq + len(events), hashes[-1]
        return [*map(partial(_new, SealedRecord), zip(records, datas, strict=True))]

    def _numbered(self, drafted: EntryDraft) -> Entry:
        year, event_date, text, postings, counterparty, documents, series = drafted
        number = self._numbers[series] = self._numbers.get(series, 0) + 1
        return _new(Entry, (series, number, year, event_date, text, counterparty, documents, postings))

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
            decision is None or not self.decision_faults(decision, recorded_at, "", proposed=proposed)
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
        event, decision, free_text = draft
        own = type(event) in OWN_EVENTS
        drafted = event.draft()
        if own or not command.sound or not (drafted is None or self._fits(drafted, event)):
            faults = self._faults(draft, drafted, command.recorded_at, command.actor, command.proposed)
            if faults:
                raise Refused(faults)
        note, digest = None, b""
        if free_text:
            note = _salted(salt, free_text)
            digest = note_digest(note)
        entry = None
        if drafted is not None:
            year, event_date, text, postings, counterparty, documents, series = drafted
            number = self._numbers.get(series, 0) + 1
            entry = _new(Entry, (series, number, year, event_date, text, counterparty, documents, postings))
        seq, previous = self._seq + 1, self._hash
        data = seal_text(seq, previous, digest, command.text, encode_event(event), entry)
        seal = sha256(data).digest()
        record = _new(
            Record, (seq, command.moment, command.actor, decision, event, entry, digest, previous, seal, note)
        )
        if own or entry is None:
            self.apply(record)
        else:  # as apply does, with what is at hand
            self.balances.post(event.kind, year, postings)
            self._numbers[series] = number
            self._seq, self._hash = seq, seal
        return _new(SealedRecord, (record, data))
