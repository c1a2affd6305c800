"""What a snapshot must come to: the state as it is with every record folded in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from typing import Any

from models.corrections import folded
from sifund_ledger.ledger.folds import Undoable
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.snapshots import state_of, state_text

BY_RECORD = (("journal", "entries"), ("journal", "decisions"), ("register", "_events"))
BY_NUMBER = (("register", "_sources"), ("register", "_events_of"))


def told(value: Any) -> Any:
    """A value with the classes and the order of all that it is made of, to be compared."""
    if isinstance(value, dict):
        return type(value).__name__, [(told(key), told(each)) for key, each in value.items()]
    if hasattr(value, "_fields") and type(value[-1]) is type(value):  # a chain: its links one by one
        links = [value]
        while type(links[-1][-1]) is type(value):
            links.append(links[-1][-1])
        return type(value).__name__, [[told(part) for part in link[:-1]] for link in links]
    if isinstance(value, tuple | list | frozenset):
        return type(value).__name__, [told(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [told(getattr(value, each.name)) for each in fields(value)]
    return type(value).__name__, value


def all_of(state: BookState) -> dict[str, Any]:
    """All that a state holds, what is read of the records when it is asked for among it."""
    found = {}
    for name, fold in state.kept_folds().items():
        for attribute, value in vars(fold).items():
            if attribute not in fold.unkept:
                found[f"{name}.{attribute}"] = told(_within(value))
    for name, attribute in BY_RECORD:
        found[f"{name}.{attribute}"] = told([*getattr(getattr(state, name), attribute).items()])
    numbers = [getattr(getattr(state, name), attribute) for name, attribute in BY_NUMBER]
    keys = {key for each in folded_keys(state) for key in each}
    return {
        **found,
        "numbers": {repr((turn, key)): [*each.get(key, ())] for turn, each in enumerate(numbers) for key in keys},
        "last": told(state.journal.last),
    }


def folded_keys(state: BookState) -> Iterable[Iterable[Any]]:
    """Under what the numbers of records may be kept."""
    events = [event for _, event in state.register._events.items()]
    years = {entry.year for _, entry in state.journal.entries.values()}
    return [{getattr(event, "project", "") for event in events}, {(e.kind, year) for e in events for year in years}]


def _within(value: Any) -> Any:
    if not isinstance(value, Undoable):
        return value
    return {name: each for name, each in vars(value).items() if name not in value.unkept}


def begun_at(records: Sequence[Record], cut: int, text: str) -> BookState:
    """The state of a text, taken at a record."""
    return state_of(text, records[cut - 1], lambda seq: records[seq - 1], cache(lambda: folded(records[:cut])))


def assert_goes_on(records: Sequence[Record], cuts: Iterable[int]) -> None:
    """From a snapshot at each of the cuts, with what stands behind it, the state is what it is with every record."""
    expected = all_of(folded(records))
    growing, folded_in = BookState(), 0
    for cut in sorted({*cuts}):
        for record in records[folded_in:cut]:
            growing.evolve(record)
        folded_in = cut
        state = begun_at(records, cut, state_text(growing))
        for record in chain(records[cut:]):
            mark = state.savepoint()
            state.evolve(record)
            state.rollback(mark)
            state.evolve(record)
        assert all_of(state) == expected
