"""Many rows as named tuples at once (rader): no function of Python is called for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, TypeVar, cast

_Row = TypeVar("_Row", bound=tuple[Any, ...])


def named_tuples(kind: type[_Row], rows: Iterable[tuple[object, ...]]) -> Iterator[_Row]:
    """Rows as named tuples of a kind; each must have all of its fields, which is not looked at.

    >>> from typing import NamedTuple
    >>> class Place(NamedTuple):
    ...     row: int
    ...     column: int
    >>> list(named_tuples(Place, [(1, 2)]))
    [Place(row=1, column=2)]
    """
    return cast("Iterator[_Row]", map(tuple.__new__, repeat(kind), rows))
