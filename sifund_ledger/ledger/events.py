"""The ledger's own events: the journal opened, a year moved, a checkpoint, a correction, a note blotted out, a
decision that changed state (öppnad bok, period, kontrollpunkt, rättelse, gallring, beslutsläge)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import EntryDraft, Posting
from sifund_ledger.ledger.records import Event


@dataclass(frozen=True, slots=True)
class JournalOpened:
    """The first record: whose journal this is (kommun, region eller kommunalförbund)."""

    kind: ClassVar[str] = "journal_opened"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    entity: str
    entity_kind: str
    organisation_number: str

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class PeriodMoved:
    """A fiscal year became adjusting or closed (bokslut påbörjat, år stängt)."""

    kind: ClassVar[str] = "period_moved"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    year: int
    state: str

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class CheckpointWritten:
    """The head of the chain, written down in the chain when a year closes (kontrollpunkt)."""

    kind: ClassVar[str] = "checkpoint_written"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    year: int
    at_seq: int
    at_hash: str

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """A correction (rättelse): the postings of an earlier record, reversed, in a year that is open (LKBR 3:7).

    It keeps the kind of what it corrects, so that every total by kind is right again. ``lines`` has a tuple per
    posting: the seven parts of the account, and the amount in öre.
    """

    kind: ClassVar[str] = "entry_corrected"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    corrects: int
    corrected_kind: str
    corrected_number: str
    year: int
    event_date: date
    lines: tuple[tuple[str, str, str, str, str, str, int, int], ...]

    def draft(self) -> EntryDraft:
        """The reversed postings."""
        return EntryDraft(
            self.year,
            self.event_date,
            f"Rättelse av verifikation {self.corrected_number}",
            tuple(Posting(Account(*line[:7]), line[7]) for line in self.lines),
            documents=(f"post {self.corrects}",),
        )


@dataclass(frozen=True, slots=True)
class NoteBlotted:
    """The free text beside an earlier record was blotted out (gallrad); its digest stays in the chain."""

    kind: ClassVar[str] = "note_blotted"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    target: int

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class DecisionMoved:
    """A decision that records rest on changed state: appealed, final or repealed (överklagat, laga kraft, upphävt)."""

    kind: ClassVar[str] = "decision_moved"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    about: Decision
    state: str

    def draft(self) -> None:
        """Nothing moves."""


EVENTS: tuple[type[Event], ...] = (
    JournalOpened,
    PeriodMoved,
    CheckpointWritten,
    EntryCorrected,
    NoteBlotted,
    DecisionMoved,
)


def target_of(event: Event) -> int | None:
    """The sequence number of the record that an event corrects or blots, if it does."""
    if isinstance(event, EntryCorrected):
        return event.corrects
    return event.target if isinstance(event, NoteBlotted) else None
