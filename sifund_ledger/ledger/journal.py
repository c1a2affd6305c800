"""The journal (journal): checks a draft, seals it into the chain, and folds it into the state that later drafts meet.

It stores nothing and asks no clock: the time, the actor and the salt are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from sifund_ledger.errors import Refused
from sifund_ledger.ledger.checks import CheckedState
from sifund_ledger.ledger.entries import Entry, EntryDraft
from sifund_ledger.ledger.events import EVENTS
from sifund_ledger.ledger.reading import EventTypes
from sifund_ledger.ledger.records import Draft, Event, Note, Record
from sifund_ledger.ledger.stored import SealedRecord
from sifund_ledger.ledger.writing import encode_record, in_utc, note_digest

_SALT_LENGTH = 16


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


class Journal(CheckedState):
    """A journal (journal): checks drafts and seals them into the chain; a fold of its records.

    Records come in through :meth:`evolve` when they are read back, and through :meth:`record` when they are made.
    """

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
        faults = self._faults(draft, drafted, recorded_at, actor, proposed)
        if faults:
            raise Refused(faults)
        note = self._note(text, salt)
        digest = b"" if note is None else note_digest(note)
        entry = None if drafted is None else self._numbered(drafted)
        seq, previous = self.head.seq + 1, self.head.hash
        made = (seq, in_utc(recorded_at), actor, decision, event, entry, digest, previous)
        data = encode_record(*made)
        return SealedRecord(Record(*made, sha256(data).digest(), note), data)

    @staticmethod
    def _note(text: str, salt: bytes) -> Note | None:
        if not text:
            return None
        if len(salt) != _SALT_LENGTH:
            raise ValueError(f"a note needs a salt of {_SALT_LENGTH} bytes")
        return Note(salt, text)

    def _numbered(self, drafted: EntryDraft) -> Entry:
        year, event_date, text, postings, counterparty, documents, series = drafted
        number = self._numbers.get(series, 0) + 1
        return Entry(series, number, year, event_date, text, counterparty, documents, postings)
