"""The state of a journal (journalens läge): the fold of its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.events import CheckpointWritten, DecisionMoved, EntryCorrected, JournalOpened, PeriodMoved
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.periods import Periods, PeriodState
from sifund_ledger.ledger.records import GENESIS, Head, Record


class JournalState(EventFold):
    """What the records of a journal amount to: its head, numbering, years, balances, corrections and decisions."""

    folded = Handlers()

    def __init__(self) -> None:
        super().__init__()
        self.head = GENESIS
        self.opened: JournalOpened | None = None
        self.balances = Balances(self._changes)
        self.periods = Periods(self._changes)
        self.corrections: dict[int, int] = {}
        self.checkpoints: list[CheckpointWritten] = []
        self._numbers: dict[str, int] = {}
        self._years: list[int] = []
        self._decision_states: dict[tuple[str, str, str], DecisionState] = {}

    def state_of(self, decision: Decision) -> DecisionState:
        """The state a decision is in now, with what has been recorded of it since (ruling R25)."""
        if not self._decision_states:
            return decision.state
        return self._decision_states.get(decision.reference, decision.state)

    def year_of(self, seq: int) -> int:
        """The fiscal year that a record's entry belongs to; 0 for one without an entry, or that is not there."""
        return self._years[seq - 1] if 1 <= seq <= len(self._years) else 0

    def evolve(self, record: Record) -> None:
        """Fold a record in; it is taken as right."""
        event, entry = record.event, record.entry
        if entry is not None:
            if type(event) is EntryCorrected:
                later = self.year_of(event.corrects) != entry.year
                self.balances.post(event.corrected_kind, entry.year, entry.postings, of_earlier_year=later)
            else:
                self.balances.post(event.kind, entry.year, entry.postings)
            self._put(self._numbers, entry.series, entry.number)
        self._append(self._years, 0 if entry is None else entry.year)
        handler = self.folded.get(type(event))
        if handler is not None:
            handler(self, record, event)
        self._set("head", Head(record.seq, record.hash))

    def evolve_run(self, run: Sequence[Record]) -> None:
        """Fold in records with events of one class; the postings of a year are summed by account first."""
        event = run[0].event
        if type(event) in self.folded:
            super().evolve_run(run)
            return
        entries = [record.entry for record in run if record.entry is not None]
        for year, of_year in groupby(entries, key=attrgetter("year")):
            sums: defaultdict[Account, int] = defaultdict(int)
            for entry in of_year:
                for account, ore in entry.postings:
                    sums[account] += ore
            self.balances.post(event.kind, year, sums.items())
        self._append(self._years, *[0 if record.entry is None else record.entry.year for record in run])
        self._put_all(self._numbers, {entry.series: entry.number for entry in entries})
        self._set("head", Head(run[-1].seq, run[-1].hash))

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
        self._put(self._decision_states, event.about.reference, DecisionState(event.state))
