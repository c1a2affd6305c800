"""The state of a journal (journalens läge): the fold of its records."""

from __future__ import annotations

from itertools import chain

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.entries import Entry
from sifund_ledger.ledger.events import (
    BatchKeyed,
    CheckpointWritten,
    DecisionMoved,
    EntryCorrected,
    JournalOpened,
    PeriodMoved,
)
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.periods import Periods, PeriodState
from sifund_ledger.ledger.records import GENESIS, Head, Record


class JournalState(EventFold):
    """What the records of a journal amount to: its head, numbering, years, balances, corrections and decisions."""

    folded = Handlers()
    unkept = EventFold.unkept | {"last", "entries", "decisions"}

    def __init__(self) -> None:
        super().__init__()
        self.last: Record | None = None
        self.opened: JournalOpened | None = None
        self.balances = Balances(self._changes)
        self.periods = Periods(self._changes)
        self.entries: dict[int, tuple[str, Entry]] = {}
        self.counted: dict[int, tuple[str, int]] = {}
        """The kind and the fiscal year of what is counted beside the accounts, and has no entry."""
        self.decisions: dict[int, Decision] = {}
        self.corrections: dict[int, int] = {}
        self.checkpoints: list[CheckpointWritten] = []
        self.keys: dict[str, tuple[int, int]] = {}
        """The first and the last record that were made under a key."""
        self._numbers: dict[str, int] = {}
        self._of_year: dict[int, int] = {}
        self._decision_states: dict[tuple[str, str, str], DecisionState] = {}
        self._repealed: dict[tuple[str, str, str], tuple[int, ...]] = {}

    @property
    def head(self) -> Head:
        """The number of records and the hash of the last."""
        return Head(self.last.seq, self.last.hash) if self.last else GENESIS

    def state_of(self, decision: Decision) -> DecisionState:
        """The state a decision is in now, with what has been recorded of it since (ruling R25)."""
        if not self._decision_states:
            return decision.state
        return self._decision_states.get(decision.reference, decision.state)

    def resting_on(self, decision: Decision) -> list[int]:
        """The records that rest on a decision, however it is cited, in order."""
        return [seq for seq, each in self.decisions.items() if each.reference == decision.reference]

    def unsupported(self, year: int) -> list[int]:
        """What counts in a year or an earlier one, whose decision is repealed, and that is not corrected (R45)."""
        booked = ((seq, self.booked(seq)) for seq in self.resting_on_repealed())
        return [
            seq
            for seq, moved in booked
            if moved is not None
            and moved[1] <= year
            and moved[0] != EntryCorrected.kind
            and seq not in self.corrections
        ]

    def resting_on_repealed(self) -> list[int]:
        """The records that rest on a decision that is repealed now, in order; nothing is recorded on one later."""
        return sorted(chain.from_iterable(self._repealed.values()))

    def booked(self, seq: int) -> tuple[str, int, Entry | None] | None:
        """The kind and the fiscal year of what a record has booked or counted, and its entry; ``None`` for others."""
        if seq in self.entries:
            kind, entry = self.entries[seq]
            return kind, entry.year, entry
        return (*self.counted[seq], None) if seq in self.counted else None

    def year_of(self, seq: int) -> int:
        """The fiscal year that a record's entry is booked in; 0 for one without an entry, or that is not there."""
        return self.entries[seq][1].year if seq in self.entries else 0

    def belongs_to(self, seq: int) -> int:
        """The fiscal year that a record's entry belongs to: the one that it is booked in, or the earlier one of which
        it is a correction (R43); 0 for one without an entry, or that is not there."""
        return self._of_year.get(seq) or self.year_of(seq)

    def evolve(self, record: Record) -> None:
        """Fold a record in; it is taken as right."""
        event, entry = record.event, record.entry
        if entry is not None:
            if type(event) is EntryCorrected:
                of_year = self.belongs_to(event.corrects)
                self.balances.post(event.corrected_kind, entry.year, entry.postings, of_year=of_year)
            else:
                earlier: int | None = getattr(event, "of_year", None)
                self.balances.post(event.kind, entry.year, entry.postings, of_year=earlier)
                if earlier is not None:
                    self._put(self._of_year, record.seq, earlier)
            self._put(self._numbers, entry.series, entry.number)
            self._put(self.entries, record.seq, (event.kind, entry))
        elif event.counted:
            self._put(self.counted, record.seq, (event.kind, getattr(event, "year", 0)))
        handler = self.folded.get(type(event))
        if handler is not None:
            handler(self, record, event)
        if record.decision is not None:
            self._put(self.decisions, record.seq, record.decision)
        self._set("last", record)

    @folded.of(JournalOpened)
    def _journal_opened(self, record: Record, event: JournalOpened) -> None:
        self._set("opened", event)

    @folded.of(PeriodMoved)
    def _period_moved(self, record: Record, event: PeriodMoved) -> None:
        self.periods.move(event.year, PeriodState(event.state))

    @folded.of(EntryCorrected)
    def _entry_corrected(self, record: Record, event: EntryCorrected) -> None:
        self._put(self.corrections, event.corrects, record.seq)

    @folded.of(CheckpointWritten)
    def _checkpoint_written(self, record: Record, event: CheckpointWritten) -> None:
        self._append(self.checkpoints, event)

    @folded.of(DecisionMoved)
    def _decision_moved(self, record: Record, event: DecisionMoved) -> None:
        reference, state = event.about.reference, DecisionState(event.state)
        self._put(self._decision_states, reference, state)
        if state is DecisionState.REPEALED:
            self._put(self._repealed, reference, tuple(self.resting_on(event.about)))
        else:
            self._drop(self._repealed, reference)

    @folded.of(BatchKeyed)
    def _batch_keyed(self, record: Record, event: BatchKeyed) -> None:
        self._put(self.keys, event.key, (event.first, record.seq))
