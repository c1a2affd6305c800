"""The state of a book (bokens läge): the folds of all rooms over its records, and the way back to a savepoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sifund_ledger.balance.figures.events import EVENTS as BALANCE_EVENTS
from sifund_ledger.balance.figures.stated import StatedFigures
from sifund_ledger.findings import Finding, record_place
from sifund_ledger.funds.state.fund_events import EVENTS as FUND_EVENTS
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.canonical.reading import EventTypes
from sifund_ledger.ledger.findings import RECORD_UNDECODABLE
from sifund_ledger.ledger.folds import Fold, Undoable
from sifund_ledger.ledger.journal.journal import Journal, event_types
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.programme.events import EVENTS as PROGRAMME_EVENTS
from sifund_ledger.programme.state import Programme
from sifund_ledger.year_end.closings import Closings
from sifund_ledger.year_end.drawn_years import DrawnYears
from sifund_ledger.year_end.events import EVENTS as COMPARING_EVENTS

EVENT_TYPES: Final[EventTypes] = event_types(BALANCE_EVENTS, FUND_EVENTS, COMPARING_EVENTS, PROGRAMME_EVENTS)
"""Every event that a book without rooms of its own can hold, by kind and version."""


class BookState:
    """What a book's records amount to: the journal's state, the stated figures, the register of funds, the programme,
    other rooms."""

    def __init__(self, rooms: Sequence[Room] = ()) -> None:
        events = [room.events for room in rooms]
        self.events = event_types(EVENT_TYPES.values(), *events) if rooms else EVENT_TYPES
        self.journal = Journal(self.events)
        self.stated = StatedFigures()
        self.register = FundRegister()
        self.programme = Programme()
        self.commands = tuple(command for room in rooms for command in room.commands)
        self.rooms: dict[str, Fold] = {room.name: room.fold() for room in rooms if room.fold is not None}
        self.closings = Closings(self)
        self.drawn = DrawnYears(self)
        folds = (self.journal, self.stated, self.register, self.closings, self.drawn, self.programme)
        self._folds: tuple[Fold, ...] = (*folds, *self.rooms.values())

    def kept_folds(self) -> dict[str, Undoable]:
        """What a snapshot is of, by name; what is drawn up of closed years is drawn up anew."""
        return {
            "journal": self.journal, "stated": self.stated, "register": self.register, "closings": self.closings,
            "programme": self.programme,
        }  # fmt: skip

    @property
    def balances(self) -> Balances:
        """The balances of the journal."""
        return self.journal.balances

    @property
    def closed_through(self) -> int | None:
        """The last year that is closed."""
        return self.journal.periods.closed_through

    def evolve(self, record: Record) -> None:
        """Fold a record in, in every room."""
        for fold in self._folds:
            fold.evolve(record)

    def evolve_checked(self, records: Iterable[Record]) -> list[Finding]:
        """Fold in records that are read, each asked what recording it asks; why the first that fails it does."""
        for record in records:
            faults = self.journal.record_faults(record)
            if faults:
                return faults
            try:
                self.evolve(record)
            except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as fault:
                what = f"{type(fault).__name__}: {fault}"
                return [RECORD_UNDECODABLE.at(record_place(record.seq), fault=what)]
        return []

    def savepoint(self) -> list[Any]:
        """A mark of the state as it is now: one for each room."""
        return [fold.savepoint() for fold in self._folds]

    def rollback(self, mark: list[Any]) -> None:
        """Be as at the mark."""
        for fold, one in zip(self._folds, mark, strict=True):
            fold.rollback(one)

    def release(self, mark: list[Any]) -> None:
        """Keep what was recorded since the mark."""
        for fold, one in zip(self._folds, mark, strict=True):
            if isinstance(fold, Undoable):
                fold.release(one)

    @contextmanager
    def foreseeing(self, drafts: Iterable[Draft]) -> Iterator[Balances]:
        """The balances as they would be with drafts recorded; afterwards they are as before. Nothing is checked."""
        mark = self.balances.savepoint()
        try:
            for draft in drafts:
                entry = draft.event.draft()
                if entry is not None:
                    # A correction keeps the kind of what it corrects, as when it is recorded.
                    kind = getattr(draft.event, "corrected_kind", draft.event.kind)
                    self.balances.post(kind, entry.year, entry.postings)
            yield self.balances
        finally:
            self.balances.rollback(mark)
