"""The state of a journal (journalens läge): the fold of its records, and the way back to what it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.events import (
    EVENTS,
    CheckpointWritten,
    DecisionMoved,
    EntryCorrected,
    JournalOpened,
    PeriodMoved,
)
from sifund_ledger.ledger.periods import Periods, PeriodState
from sifund_ledger.ledger.records import GENESIS, Event, Head, Record

OWN_EVENTS = frozenset(EVENTS)
_FEW = 4  # records that are folded in one by one as quickly as they are summed


class _Mark(NamedTuple):
    head: Head
    numbers: dict[str, int]
    periods: Periods
    decision_states: dict[tuple[str, str, str], DecisionState]
    opened: JournalOpened | None
    checkpoints: int


def runs(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records that follow each other, with events of one type and entries of one year, together: a run of them."""
    for _, run in groupby(records, key=lambda record: (type(record.event), record.entry and record.entry.year)):
        yield [*run]


class JournalState:
    """What the records of a journal amount to: its head, numbering, years, balances, corrections and decisions."""

    def __init__(self) -> None:
        self._seq, self._hash = GENESIS
        self.opened: JournalOpened | None = None
        self.balances = Balances()
        self.periods = Periods()
        self.corrections: dict[int, int] = {}
        self.checkpoints: list[CheckpointWritten] = []
        self._numbers: dict[str, int] = {}
        self._decision_states: dict[tuple[str, str, str], DecisionState] = {}
        self._marks: list[_Mark] = []

    @property
    def head(self) -> Head:
        """The number of records, and the hash of the last."""
        return Head(self._seq, self._hash)

    def state_of(self, decision: Decision) -> DecisionState:
        """The state a decision is in now, with what has been recorded of it since (ruling R25)."""
        if not self._decision_states:
            return decision.state
        return self._decision_states.get(decision.reference, decision.state)

    def apply(self, record: Record) -> None:
        """Fold a record into the state; the record is taken as right."""
        event, entry = record.event, record.entry
        if entry is not None:
            kind = event.corrected_kind if type(event) is EntryCorrected else event.kind
            self.balances.post(kind, entry.year, entry.postings)
            self._numbers[entry.series] = entry.number
        if type(event) in OWN_EVENTS:
            self._apply_own(record, event)
        self._seq, self._hash = record.seq, record.hash

    def apply_run(self, run: Sequence[Record]) -> None:
        """Fold a run of records into the state, as :func:`runs` gives them; their postings are summed first."""
        event, first = run[0].event, run[0].entry
        if type(event) in OWN_EVENTS or first is None or len(run) < _FEW:
            for record in run:
                self.apply(record)
            return
        entries = [record.entry for record in run if record.entry is not None]
        self.balances.post(event.kind, first.year, [posting for entry in entries for posting in entry.postings])
        self._numbers |= {entry.series: entry.number for entry in entries}
        self._seq, self._hash = run[-1].seq, run[-1].hash

    def _apply_own(self, record: Record, event: Event) -> None:
        if isinstance(event, PeriodMoved):
            self.periods.move(event.year, PeriodState(event.state))
        elif isinstance(event, EntryCorrected):
            self.corrections[event.corrects] = record.seq
        elif isinstance(event, CheckpointWritten):
            self.checkpoints.append(event)
        elif isinstance(event, JournalOpened):
            self.opened = event
        elif isinstance(event, DecisionMoved):
            self._decision_states = {**self._decision_states, event.about.reference: DecisionState(event.state)}

    def begin(self) -> None:
        """From here on remember the state, so that :meth:`end` can go back to it; may stand within another begin."""
        self.balances.begin()
        self._marks.append(
            _Mark(
                self.head,
                dict(self._numbers),
                self.periods.copy(),
                self._decision_states,
                self.opened,
                len(self.checkpoints),
            )
        )

    def end(self, *, take_back: bool) -> None:
        """End the latest :meth:`begin`: keep what was recorded since, or with ``take_back`` be as before it."""
        mark = self._marks.pop()
        self.balances.end(take_back=take_back)
        if take_back:
            self._seq, self._hash = mark.head
            self._numbers, self.periods = mark.numbers, mark.periods
            self._decision_states, self.opened = mark.decision_states, mark.opened
            self.corrections = {seq: by for seq, by in self.corrections.items() if by <= mark.head.seq}
            del self.checkpoints[mark.checkpoints :]
