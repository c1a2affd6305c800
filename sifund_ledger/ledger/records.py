"""Records and events (post, händelse): everything that happened, in order, each naming its predecessor's hash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.entries import Entry, EntryDraft, Posting


class Event:
    """Something decided (händelse): a frozen dataclass of a kind and a version, that says what it posts.

    ``(kind, version)`` is never edited once released. An event stores decided amounts, never inputs to a rule:
    :meth:`draft` turns it into postings without asking any rule, and gives ``None`` where nothing moves. ``adjusting``
    says whether it may be recorded in a year that is being closed, ``decided`` whether it must rest on a decision,
    ``counted`` whether a room counts it beside the accounts, so that it is corrected where it posts nothing too.

    An event that moves something has ``year`` and ``event_date``, :meth:`postings`, and a ``template`` of its text,
    filled with its own values; ``party`` is the field that says whom it concerns, where it concerns anybody.
    """

    __slots__ = ()
    kind: ClassVar[str]
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    decided: ClassVar[bool] = False
    counted: ClassVar[bool] = False
    template: ClassVar[str] = ""
    party: ClassVar[str] = ""
    series: ClassVar[str] = "A"

    def postings(self) -> Sequence[Posting]:
        """Nothing moves."""
        return ()

    def entry_text(self) -> str:
        """What the entry concerns."""
        return self.template.format(e=self)

    def documents(self) -> tuple[str, ...]:
        """What the entry rests on beside its decision."""
        return ()

    def draft(self: Any) -> EntryDraft | None:
        """The entry of the event, unnumbered, in its year and on its day; none where nothing moves."""
        postings = tuple(self.postings())
        if not postings:
            return None
        party = getattr(self, self.party) if self.party else ""
        return EntryDraft(self.year, self.event_date, self.entry_text(), postings, party, self.documents(), self.series)


def events_in(module: Mapping[str, object]) -> tuple[type[Event], ...]:
    """The events that a module declares (``EVENTS = events_in(globals())``); a name with ``_`` is for others' use.

    >>> from sifund_ledger.ledger import events
    >>> events_in(vars(events))[0].kind
    'journal_opened'
    """
    found = [each for name, each in module.items() if isinstance(each, type) and not name.startswith("_")]
    return tuple(each for each in found if issubclass(each, Event) and each.__module__ == module["__name__"])


@dataclass(frozen=True)
class OfClosedYear:
    """Of a closed year, ``of_year``, and booked in a later one, ``year``: a correction of earlier years (R43)."""

    __slots__ = ()
    version: ClassVar[int] = 2
    of_year: int

    def __post_init__(self: Any) -> None:
        """Raises ``ValueError`` for a year that is not before the one it is booked in."""
        if self.of_year >= self.year:
            raise ValueError("a correction of an earlier year is booked in a later one")


class Note(NamedTuple):
    """Free text beside a record (anteckning). Only the digest of salt and text is in the chain.

    So the text can be blotted out later, by a decision, without breaking the chain. The salt is 16 random bytes that
    the edge supplies, lest a short text be guessed from its digest.
    """

    salt: bytes
    text: str


class Record(NamedTuple):
    """One link of the journal (post): who recorded what and when, on which decision.

    ``recorded_at`` is UTC to the second; ``previous`` and ``hash`` are SHA-256 digests. ``note_digest`` is empty where
    there is no note; ``note`` is ``None`` where there is none or where it has been blotted out.
    """

    seq: int
    recorded_at: datetime
    actor: str
    decision: Decision | None
    event: Event
    entry: Entry | None
    note_digest: bytes
    previous: bytes
    hash: bytes
    note: Note | None = None


class Draft(NamedTuple):
    """What is to become a record: an event, the decision it rests on, and a free text."""

    event: Event
    decision: Decision | None = None
    note: str = ""


class Head(NamedTuple):
    """The end of the journal: how many records there are, and the hash of the last."""

    seq: int
    hash: bytes


GENESIS = Head(0, bytes(32))
"""The head of an empty journal: no records, and 32 zero bytes as the predecessor of the first."""
