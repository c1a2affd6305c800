"""The ledger's own events: the journal opened, a year moved, a checkpoint, a correction, a note blotted out, a
decision that changed state, a key (öppnad bok, period, kontrollpunkt, rättelse, gallring, beslutsläge, nyckel)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, Self

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import Entry, Posting
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Event, events_in

_LINE = [str, str, str, str, str, str, int, int]


@dataclass(frozen=True, slots=True)
class JournalOpened(Event):
    """The first record: whose journal this is (kommun, region eller kommunalförbund)."""

    kind: ClassVar[str] = "journal_opened"
    entity: str
    entity_kind: str
    organisation_number: str


@dataclass(frozen=True, slots=True)
class PeriodMoved(Event):
    """A fiscal year became adjusting, open again or closed (bokslut påbörjat, år återöppnat, år stängt)."""

    kind: ClassVar[str] = "period_moved"
    year: int
    state: str

    def __post_init__(self) -> None:
        PeriodState(self.state)


@dataclass(frozen=True, slots=True)
class CheckpointWritten(Event):
    """The head of the chain, written down in the chain when a year closes (kontrollpunkt)."""

    kind: ClassVar[str] = "checkpoint_written"
    year: int
    at_seq: int
    at_hash: str


@dataclass(frozen=True, slots=True)
class EntryCorrected(Event):
    """A correction (rättelse): the postings of an earlier record, reversed, in a year that is open (LKBR 3:7).

    It keeps the kind of what it corrects, so that every total by kind is right again. ``lines`` has a tuple per
    posting: the seven parts of the account, and the amount in öre; none where the record has no entry, and no number.
    """

    kind: ClassVar[str] = "entry_corrected"
    template: ClassVar[str] = "Rättelse av verifikation {e.corrected_number}"
    corrects: int
    corrected_kind: str
    corrected_number: str
    year: int
    event_date: date
    lines: tuple[tuple[str, str, str, str, str, str, int, int], ...]

    def __post_init__(self) -> None:
        if any([*map(type, line)] != _LINE for line in self.lines):
            raise ValueError("a line of a correction has the seven parts of an account, and the amount in öre")

    @classmethod
    def of(cls, seq: int, kind: str, entry: Entry | None, *, year: int, day: date) -> Self:
        """What takes back the entry of a record, of a kind of event, in the year named."""
        lines = tuple((*account, -ore) for account, ore in entry.postings) if entry else ()
        return cls(seq, kind, f"{entry.series} {entry.number}" if entry else "", year, day, lines)

    def postings(self) -> Sequence[Posting]:
        """The reversed postings."""
        return [Posting(Account(*line[:7]), line[7]) for line in self.lines]

    def documents(self) -> tuple[str, ...]:
        """The record that is corrected."""
        return (f"post {self.corrects}",)


@dataclass(frozen=True, slots=True)
class NoteBlotted(Event):
    """The free text beside an earlier record was blotted out (gallrad); its digest stays in the chain."""

    kind: ClassVar[str] = "note_blotted"
    decided: ClassVar[bool] = True
    target: int


@dataclass(frozen=True, slots=True)
class DecisionMoved(Event):
    """A decision that records rest on changed state: appealed, final or repealed (överklagat, laga kraft, upphävt)."""

    kind: ClassVar[str] = "decision_moved"
    about: Decision
    state: str

    def __post_init__(self) -> None:
        DecisionState(self.state)


@dataclass(frozen=True, slots=True)
class BatchKeyed(Event):
    """Commands were recorded together under a key (nyckel), from the record ``first`` on: never a second time.

    ``key`` is what whoever sent them calls them, such as the hash of an events file, and ``source`` the file's name.
    """

    kind: ClassVar[str] = "batch_keyed"
    key: str
    source: str
    first: int


EVENTS = events_in(globals())


_TARGETS: dict[type, Callable[[Any], int]] = {
    EntryCorrected: attrgetter("corrects"),
    NoteBlotted: attrgetter("target"),
}


def target_of(event: Event) -> int | None:
    """The sequence number of the record that an event corrects or blots, if it does."""
    target = _TARGETS.get(type(event))
    return None if target is None else target(event)
