"""What a fold keeps of each record (per post), where the first records were not folded in but stand in a snapshot.

They are read when they are asked for: one at a time by number, or all of them where somebody goes through all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, TypeVar

_KEY = TypeVar("_KEY")
_VALUE = TypeVar("_VALUE")
_ABSENT: Final = object()


class ByRecord(dict[int, _VALUE]):
    """Something of each record, by its number; its own items are those of the records ``behind`` the snapshot's last.

    ``one`` reads it of a record, and raises ``LookupError`` where that has none; ``whole`` reads it of all through
    ``last``.

    >>> letters = ByRecord(2, {1: "a", 2: "b"}.__getitem__, lambda: {1: "a", 2: "b"})
    >>> letters[3] = "c"
    >>> letters[1], letters.get(3), 4 in letters, [*letters.items()], len(letters)
    ('a', 'c', False, [(1, 'a'), (2, 'b'), (3, 'c')], 3)
    """

    def __init__(self, last: int, one: Callable[[int], _VALUE], whole: Callable[[], Mapping[int, _VALUE]]) -> None:
        super().__init__()
        self._last, self._one, self._whole = last, one, whole

    def __missing__(self, seq: int) -> _VALUE:
        if not 0 < seq <= self._last:
            raise KeyError(seq)
        return self._one(seq)

    def get(self, seq: int, default: Any = None) -> Any:
        """As of a ``dict``."""
        found = super().get(seq, _ABSENT)
        if found is _ABSENT:
            try:
                return self[seq]
            except LookupError:
                return default
        return found

    def __contains__(self, seq: object) -> bool:
        return isinstance(seq, int) and self.get(seq, _ABSENT) is not _ABSENT

    def __iter__(self) -> Iterator[int]:
        return chain(self._whole(), super().__iter__())

    def __len__(self) -> int:
        return len(self._whole()) + super().__len__()

    def keys(self) -> Any:
        """As of a ``dict``."""
        return dict.fromkeys(self).keys()

    def values(self) -> Any:
        """As of a ``dict``."""
        return [*self._whole().values(), *super().values()]

    def items(self) -> Any:
        """As of a ``dict``."""
        return [*self._whole().items(), *super().items()]


class NumbersBy(dict[_KEY, list[int]]):
    """Numbers of records by what they have in common; its own lists are of those behind the snapshot.

    ``ends`` has the last of those before, as many as :func:`last_of` is ever asked for, and ``whole`` reads them all.

    >>> numbers = NumbersBy({"a": [1, 2]}, lambda: {"a": [1, 2], "b": []})
    >>> numbers.setdefault("a", []).append(3)
    >>> numbers.get("a"), last_of(numbers, "a", 2), numbers.get("c", ())
    ([1, 2, 3], [2, 3], ())
    """

    def __init__(self, ends: Mapping[_KEY, list[int]], whole: Callable[[], Mapping[_KEY, list[int]]]) -> None:
        super().__init__()
        self._ends, self._whole = ends, whole

    def get(self, key: _KEY, default: Any = None) -> Any:
        """As of a ``dict``."""
        own = super().get(key)
        if key not in self._ends:
            return default if own is None else own
        return [*self._whole().get(key, ()), *(own or ())]

    def ends(self, count: int) -> dict[_KEY, list[int]]:
        """The last numbers of each."""
        return {key: last_of(self, key, count) for key in dict.fromkeys(chain(self._ends, self))}

    def last(self, key: _KEY, count: int) -> list[int]:
        """The last numbers under a key, as many as are kept at most."""
        return [*self._ends.get(key, ()), *(super().get(key) or ())][-count:]


def last_of(numbers: Mapping[_KEY, Sequence[int]], key: _KEY, count: int) -> list[int]:
    """The last numbers under a key, without reading those before."""
    return numbers.last(key, count) if isinstance(numbers, NumbersBy) else [*numbers.get(key, ())[-count:]]


def ends_of(numbers: Mapping[_KEY, list[int]], count: int) -> dict[_KEY, list[int]]:
    """The last numbers under each key."""
    if isinstance(numbers, NumbersBy):
        return numbers.ends(count)
    return {key: each[-count:] for key, each in numbers.items()}
