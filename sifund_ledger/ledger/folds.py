"""Folds (läge, byggt post för post): what records amount to, and the one way back from what is not to be kept.

To fold events of a room of your own, subclass :class:`EventFold` as it shows, or write a class with the three methods
of :class:`Fold`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any, ClassVar, Final, Protocol, TypeVar

from sifund_ledger.ledger.records import Event, Record
from sifund_ledger.ledger.year_sums import YearSums


class Fold(Protocol):
    """What a room makes of a book's records, in order.

    A batch, a preview and a command each begin at a savepoint. One within another ends before it.
    """

    def evolve(self, record: Record) -> None:
        """Fold a record in; events of other rooms are passed over."""
        ...

    def savepoint(self) -> Any:
        """A mark of the state as it is now."""
        ...

    def rollback(self, mark: Any) -> None:
        """Be as at the mark."""
        ...


_Handler = TypeVar("_Handler", bound=Callable[..., None])
_ABSENT: Final = object()
_NO_CHANGE: Final[tuple[dict[Any, Any], None, None]] = ({}, None, None)


class Undoable:
    """A state that remembers what it changes while a savepoint is open, so that a mark costs nothing in a long book.

    It changes its state through ``_put``, ``_append`` and ``_set`` alone. States that belong together may
    share one list of ``changes``: then a mark of one is a mark of all. A snapshot has all of its attributes but those
    ``unkept``, which are made otherwise.
    """

    unkept: ClassVar[frozenset[str]] = frozenset({"_changes"})

    def __init__(self, changes: list[tuple[Any, Any, Any]] | None = None) -> None:
        # Where, at which key or position, and what stood there. Empty as long as no savepoint is open.
        self._changes: list[tuple[Any, Any, Any]] = [] if changes is None else changes

    def savepoint(self) -> int:
        """From here on remember what is changed, until :meth:`rollback` or :meth:`release`."""
        self._changes.append(_NO_CHANGE)
        return len(self._changes) - 1

    def rollback(self, mark: int) -> None:
        """End a savepoint, and be as then."""
        for where, key, before in reversed(self._changes[mark:]):
            if before is _ABSENT:
                del where[key]
            else:
                where[key] = before
        del self._changes[mark:]

    def release(self, mark: int) -> None:
        """End a savepoint, and keep what has changed since; the one around it can still undo that."""
        if mark == 0:
            self._changes.clear()

    def _put(self, where: dict[Any, Any], key: Any, value: Any) -> None:
        if self._changes:
            self._changes.append((where, key, where.get(key, _ABSENT)))
        where[key] = value

    def _append(self, where: list[Any], *values: Any) -> None:
        if self._changes:
            self._changes.append((where, slice(len(where), None), _ABSENT))
        where.extend(values)

    def _drop(self, where: dict[Any, Any], key: Any) -> None:
        if key in where:
            if self._changes:
                self._changes.append((where, key, where[key]))
            del where[key]

    def _add_in_year(self, sums: YearSums, year: int, ore: int) -> None:
        """Add to the closing of a year and of those after it; mostly it is the last."""
        years, closings = sums
        at, logging = bisect_left(years, year), bool(self._changes)
        if at == len(years) or years[at] != year:
            if logging:
                self._changes += (years, slice(at, at + 1), ()), (closings, slice(at, at + 1), ())
            years.insert(at, year)
            closings.insert(at, closings[at - 1] if at else 0)
        for position in range(at, len(years)):
            if logging:
                self._changes.append((closings, position, closings[position]))
            closings[position] += ore

    def _set(self, name: str, value: Any) -> None:
        self._put(self.__dict__, name, value)


class Handlers(dict[type[Event], Callable[..., None]]):
    """Which function folds in the events of which class."""

    def of(self, *event_types: type[Event]) -> Callable[[_Handler], _Handler]:
        """Let the decorated function fold in events of these classes."""

        def handles(handler: _Handler) -> _Handler:
            self.update(dict.fromkeys(event_types, handler))
            return handler

        return handles


class EventFold(Undoable):
    """A fold with a function for each class of event that concerns it.

    >>> from sifund_ledger.ledger.events import PeriodMoved
    >>> class Closings(EventFold):
    ...     folded = Handlers()
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.years = []
    ...     @folded.of(PeriodMoved)
    ...     def _period_moved(self, record, event):
    ...         self._append(self.years, event.year)
    """

    folded: ClassVar[Handlers]

    def evolve(self, record: Record) -> None:
        """Fold a record in; events of other rooms are passed over."""
        handler = self.folded.get(type(record.event))
        if handler is not None:
            handler(self, record, record.event)
