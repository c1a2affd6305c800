"""The state of a book (bokens läge): the fold of every room over its records, and the way back from a refused batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sifund_ledger.balance.figures.events import EVENTS as BALANCE_EVENTS
from sifund_ledger.balance.figures.stated import StatedFigures
from sifund_ledger.funds.state.fund_events import EVENTS as FUND_EVENTS
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.canonical import EventTypes
from sifund_ledger.ledger.journal import Journal, event_types
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.ledger.state import runs

EVENT_TYPES: Final[EventTypes] = event_types(BALANCE_EVENTS, FUND_EVENTS)
"""Every event that a book can hold, by kind and version: the rooms' codecs in one place."""


class BookState:
    """What a book's records amount to: the journal's state, the stated figures, the register of funds."""

    def __init__(self) -> None:
        self.journal = Journal()
        self.stated = StatedFigures()
        self.register = FundRegister()
        self._marks: list[tuple[StatedFigures, int]] = []

    @property
    def balances(self) -> Balances:
        """The balances of the journal."""
        return self.journal.balances

    def apply(self, record: Record) -> None:
        """Fold in a record that was read back from a store."""
        self.journal.apply(record)
        self.evolve(record)

    def apply_all(self, records: Sequence[Record]) -> None:
        """Fold in records that were read back from a store, in order."""
        for run in runs(records):
            self.journal.apply_run(run)
            self.register.evolve_run(run)
        self.stated.evolve_all(records)

    def evolve(self, record: Record) -> None:
        """Let the rooms above the ledger fold in a record that the journal has just made."""
        self.stated.evolve(record)
        self.register.evolve(record)

    @contextmanager
    def foreseeing(self, drafts: Iterable[Draft]) -> Iterator[Balances]:
        """The balances as they would be with drafts recorded; afterwards they are as before. Nothing is checked."""
        self.balances.begin()
        try:
            for draft in drafts:
                entry = draft.event.draft()
                if entry is not None:
                    self.balances.post(draft.event.kind, entry.year, entry.postings)
            yield self.balances
        finally:
            self.balances.end(take_back=True)

    def begin(self) -> None:
        """From here on remember the state, so that :meth:`end` can go back to it; may stand within another begin."""
        self.journal.begin()
        self._marks.append((self.stated.copy(), self.register.mark()))

    def end(self, *, take_back: bool) -> None:
        """End the latest :meth:`begin`: keep what was recorded since, or with ``take_back`` be as before it."""
        self.journal.end(take_back=take_back)
        stated, mark = self._marks.pop()
        if take_back:
            self.stated = stated
            self.register.go_back(mark, self.journal.head.seq)
        else:
            self.register.forget()
