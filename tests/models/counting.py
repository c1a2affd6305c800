"""What a call does, counted: the lines that run, and what loops of C take out of the dicts and lists of a state."""

from __future__ import annotations

import sys
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, ValuesView
from types import FrameType
from typing import Any

from sifund_ledger.ledger.year_sums import HeldAtYear


class _Count:
    """How many values have been taken, and lines run."""

    number = 0

    def each(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.number += 1
            yield value


_COUNT = _Count()


class CountedDict(dict[Any, Any]):
    """A dict that counts what is taken out of it one after the other, by Python or by C."""

    def __iter__(self) -> Iterator[Any]:
        return _COUNT.each(super().__iter__())

    def __reversed__(self) -> Iterator[Any]:
        return _COUNT.each(super().__reversed__())

    def keys(self) -> Any:
        return KeysView(self)

    def items(self) -> Any:
        return ItemsView(self)

    def values(self) -> Any:
        return ValuesView(self)


class CountedList(list[Any]):
    """A list that does the same; what a slice copies is taken, and so is what a search may look at."""

    def __iter__(self) -> Iterator[Any]:
        return _COUNT.each(super().__iter__())

    def __reversed__(self) -> Iterator[Any]:
        return _COUNT.each(super().__reversed__())

    def __contains__(self, value: object) -> bool:
        _COUNT.number += len(self)
        return super().__contains__(value)

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        if isinstance(key, slice):
            _COUNT.number += len(found)
        return found


def count_in(value: Any, known: dict[int, Any] | None = None) -> Any:
    """The same value, the dicts and lists in it counted; what has attributes is changed in place."""
    known = {} if known is None else known
    if id(value) in known:
        return known[id(value)]
    if type(value) is dict:
        made: Any = CountedDict()
        known[id(value)] = made
        made.update((key, count_in(each, known)) for key, each in value.items())
        return made
    if type(value) is list:
        made = CountedList()
        known[id(value)] = made
        made.extend(count_in(each, known) for each in value)
        return made
    if isinstance(value, tuple) and not isinstance(value, HeldAtYear):  # a chain of years is gone through by lines
        parts = [count_in(each, known) for each in value]
        if any(part is not each for part, each in zip(parts, value, strict=True)):
            return tuple.__new__(type(value), parts)
        return value
    if type(value).__module__.startswith("sifund_ledger") and hasattr(value, "__dict__"):
        known[id(value)] = value
        for name, each in vars(value).items():
            if name != "_changes":  # what is to be undone is a matter of the command, not of the book
                value.__dict__[name] = count_in(each, known)
    return value


def count(call: Callable[[], object]) -> int:
    """How many lines a call runs, and how many values it takes out of what is counted."""

    def traced(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            _COUNT.number += 1
        return traced

    before, _COUNT.number = sys.gettrace(), 0
    sys.settrace(traced)
    try:
        call()
    finally:
        sys.settrace(before)
    return _COUNT.number
