"""A book's state as text, and the state again (ögonblicksbild av bokens läge): no record before it is folded in.

It holds every attribute of every fold but those that say something of each record: these are read from the records
themselves, each verified, when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sifund_ledger.ledger.by_record import ByRecord, NumbersBy, ends_of
from sifund_ledger.ledger.canonical.values import Unfit, read_values, values_text
from sifund_ledger.ledger.folds import Undoable
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.book_state import BookState

LAST_NUMBERS: Final = 100
"""How many of the last records of a kind and year are asked for one by one."""


def state_text(state: BookState) -> str:
    """The state of a book as text. Raises :class:`~sifund_ledger.ledger.canonical.values.Unfit` where something in it
    is no value, and ``ValueError`` where a batch is open or the book has rooms of its own."""
    if state.rooms or state.journal._changes:
        raise ValueError("a snapshot is of a book without rooms of its own, at rest")
    kept: dict[str, Any] = {name: _kept(fold) for name, fold in state.kept_folds().items()}
    kept["sources"] = ends_of(state.register._sources, LAST_NUMBERS)
    kept["projects"] = ends_of(state.register._events_of, LAST_NUMBERS)
    return values_text(kept)


def state_of(
    text: str, last: Record, record_numbered: Callable[[int], Record], whole: Callable[[], BookState]
) -> BookState:
    """The state that a text is of, after the record ``last``.

    ``record_numbered`` gives a record, and ``whole`` the state through the last one with every record folded in. Raises
    :class:`~sifund_ledger.ledger.canonical.values.Unfit`.
    """
    kept = read_values(text)
    state = BookState()
    folds = state.kept_folds()
    if not isinstance(kept, dict) or {*kept} != {*folds, "sources", "projects"}:
        raise Unfit("not the folds of a book")
    for name, fold in folds.items():
        _restore(fold, kept[name])
    journal, register = state.journal, state.register
    journal.last = last
    journal.entries = ByRecord(
        last.seq, lambda seq: _entry(record_numbered(seq)), lambda: whole().journal.entries
    )  # fmt: skip
    journal.decisions = ByRecord(
        last.seq, lambda seq: _decision(record_numbered(seq)), lambda: whole().journal.decisions
    )  # fmt: skip
    register._events = ByRecord(
        last.seq, lambda seq: _event(state, record_numbered(seq)), lambda: whole().register._events
    )  # fmt: skip
    register._sources = NumbersBy(kept["sources"], lambda: whole().register._sources)
    register._events_of = NumbersBy(kept["projects"], lambda: whole().register._events_of)
    return state


def _entry(record: Record) -> Any:
    if record.entry is None:
        raise KeyError(record.seq)
    return record.event.kind, record.entry


def _decision(record: Record) -> Any:
    if record.decision is None:
        raise KeyError(record.seq)
    return record.decision


def _event(state: BookState, record: Record) -> Any:
    if type(record.event) not in state.register.folded:
        raise KeyError(record.seq)
    return record.event


def _kept(fold: Undoable) -> dict[str, Any]:
    """The attributes of a fold, those of the folds within it by their own names."""
    return {
        name: _kept(value) if isinstance(value, Undoable) else value
        for name, value in vars(fold).items()
        if name not in fold.unkept
    }


def _restore(fold: Undoable, kept: Any) -> None:
    own = {name: value for name, value in vars(fold).items() if name not in fold.unkept}
    if not isinstance(kept, dict) or {*kept} != {*own}:
        raise Unfit(f"not the attributes of {type(fold).__name__}")
    for name, value in kept.items():
        if isinstance(own[name], Undoable):
            _restore(own[name], value)
        else:
            vars(fold)[name] = value
