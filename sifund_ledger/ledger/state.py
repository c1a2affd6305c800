"""The state of a journal (journalens läge): the fold of its records, and the way back to what it was."""

from __future__ import annotations

from collections.abc import Sequence
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


class _Mark(NamedTuple):
    head: Head
    numbers: dict[str, int]
    periods: Periods
    decision_states: dict[tuple[str, str, str], DecisionState]
    opened: JournalOpened | None
    checkpoints: int


def _kind_and_year(record: Record) -> tuple[bool, str, int | None]:
    event, entry = record.event, record.entry
    return type(event) in OWN_EVENTS, event.kind, None if entry is None else entry.year


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

    def apply_all(self, records: Sequence[Record]) -> None:
        """Fold records into the state, in order; those of one kind and year that follow each other are summed first."""
        for (own, kind, year), run in groupby(records, key=_kind_and_year):
            alike = [*run]
            if own or year is None:
                for record in alike:
                    self.apply(record)
            else:
                entries = [record.entry for record in alike if record.entry is not None]
                self.balances.post(kind, year, [posting for entry in entries for posting in entry.postings])
                self._numbers |= {entry.series: entry.number for entry in entries}
                self._seq, self._hash = alike[-1].seq, alike[-1].hash

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
