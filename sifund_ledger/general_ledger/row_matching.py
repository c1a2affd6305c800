"""Rows of a book matched with rows of the general ledger (radvis avstämning): exactly first, then by less and less.

Each step pairs what has one key on both sides and leaves what could be paired in more ways than one: nothing is
guessed. A step goes through what is left once, so that the whole takes time in proportion to the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

Objects = tuple[tuple[str, str], ...]


class DifferenceKind(StrEnum):
    """How a row of the book and one of the general ledger differ (slag av skillnad)."""

    MISSING_THERE = "missing_there"
    MISSING_HERE = "missing_here"
    OTHER_DATE = "other_date"
    OTHER_AMOUNT = "other_amount"
    OTHER_ACCOUNT = "other_account"
    OTHER_OBJECT = "other_object"
    DOUBLED = "doubled"
    SPLIT = "split"
    MERGED = "merged"
    TAKEN_BACK = "taken_back"
    AMBIGUOUS = "ambiguous"


class MatchedRow(NamedTuple):
    """What rows are matched by, on either side; ``at`` is which row it is there.

    ``entry`` is the book's entry that it belongs to, or that its voucher names; empty for none. ``reported`` says
    whether it is a difference to have it alone: a row on an account that others use too, in a voucher that names no
    entry of the book, is not.
    """

    at: int
    entry: str
    year: int
    day: int
    account: str
    objects: Objects
    ore: int
    reported: bool = True


Key = Callable[[MatchedRow], Hashable | None]


class Difference(NamedTuple):
    """Rows of both sides that belong together and differ, or a row that one side lacks."""

    kind: DifferenceKind
    here: tuple[MatchedRow, ...]
    there: tuple[MatchedRow, ...]


def _whole(row: MatchedRow) -> Hashable:
    return row.year, row.day, row.account, row.objects, row.ore


def _named(key: Key) -> Key:
    """A key among rows of one entry alone."""
    return lambda row: (row.entry, key(row)) if row.entry else None


_SAME_DAY: Final[tuple[tuple[DifferenceKind, Key], ...]] = (
    (DifferenceKind.OTHER_OBJECT, lambda row: (row.day, row.account, row.ore)),
    (DifferenceKind.OTHER_ACCOUNT, lambda row: (row.day, row.objects, row.ore)),
    (DifferenceKind.OTHER_ACCOUNT, lambda row: (row.day, row.ore)),
)
_OF_ENTRY: Final = (
    *((kind, _named(key)) for kind, key in _SAME_DAY),
    (DifferenceKind.OTHER_DATE, _named(lambda row: (row.account, row.objects, row.ore))),
    (DifferenceKind.OTHER_OBJECT, _named(lambda row: (row.account, row.ore))),
    (DifferenceKind.OTHER_ACCOUNT, _named(lambda row: row.ore)),
)
_OF_ANY: Final[tuple[tuple[DifferenceKind, Key], ...]] = (
    *_SAME_DAY,
    (DifferenceKind.OTHER_DATE, lambda row: (row.year, row.account, row.objects, row.ore)),
    (DifferenceKind.OTHER_DATE, lambda row: (row.account, row.objects, row.ore)),
)
_SUMS: Final[tuple[Key, ...]] = (
    _named(lambda row: (row.account, row.objects)),
    lambda row: (row.day, row.account, row.objects),
    lambda row: (row.year, row.account, row.objects),
)
_AMOUNTS: Final[tuple[Key, ...]] = (
    _named(lambda row: (row.account, row.objects)),
    _named(lambda row: row.account),
    lambda row: (row.day, row.account, row.objects),
)
_UNCERTAIN: Final[tuple[Key, ...]] = (
    lambda row: (row.day, row.ore),
    lambda row: (row.account, row.objects, row.ore),
    lambda row: (row.day, row.account, row.objects),
)


@dataclass(slots=True)
class Matching:
    """The rows of both sides that are left to match, and what was found; mutable, and never handed out."""

    here: dict[int, MatchedRow]
    there: dict[int, MatchedRow]
    exact: list[tuple[MatchedRow, MatchedRow]] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def take(self, kind: DifferenceKind | None, here: Sequence[MatchedRow], there: Sequence[MatchedRow]) -> None:
        """Take rows off those that are left; ``None`` for a kind is an exact match."""
        for row in here:
            del self.here[row.at]
        for row in there:
            self.there.pop(row.at, None)
        if kind is not None:
            self.differences.append(Difference(kind, tuple(here), tuple(there)))
        else:
            self.exact += zip(here, there, strict=True)

    def pair(self, kind: DifferenceKind | None, key: Key) -> None:
        """Pair the rows that one key leads to on both sides, where that can be done in one way."""
        for ours, theirs in _together(self.here, self.there, key):
            if (len(ours) == len(theirs) == 1) or (_alike(ours) and _alike(theirs)):
                for mine, other in zip(ours, theirs, strict=False):
                    if abs(mine.year - other.year) <= 1:  # further apart it is another matter of the same amount
                        self.take(kind, (mine,), (other,))

    def double(self, key: Key) -> None:
        """Tell the rows of the ledger that equal one that is matched already."""
        matched: dict[Hashable, MatchedRow] = {}
        for mine, other in self.exact:
            matched.setdefault(key(other), mine)
        for row in [*self.there.values()]:
            name = key(row)
            if name is not None and name in matched:
                self.differences.append(Difference(DifferenceKind.DOUBLED, (matched[name],), (row,)))
                del self.there[row.at]

    def sum_up(self, key: Key) -> None:
        """Match a row of one side with those of the other that have the same sum."""
        for ours, theirs in _together(self.here, self.there, key):
            one_to_many = len(ours) + len(theirs) > 2 and 1 in (len(ours), len(theirs))
            if one_to_many and sum(row.ore for row in ours) == sum(row.ore for row in theirs):
                self.take(DifferenceKind.SPLIT if len(ours) == 1 else DifferenceKind.MERGED, ours, theirs)

    def cancel(self) -> None:
        """Match rows of the ledger that take each other back."""
        plus = {row.at: row for row in self.there.values() if row.reported and row.ore > 0}
        minus = {row.at: row for row in self.there.values() if row.reported and row.ore < 0}
        for ours, theirs in _together(plus, minus, lambda row: (row.year, row.account, row.objects, abs(row.ore))):
            for pair in zip(ours, theirs, strict=False):
                self.take(DifferenceKind.TAKEN_BACK, (), pair)

    def leave(self) -> None:
        """Tell what is left: where it could have been paired in more ways than one, and what one side lacks."""
        for key in _UNCERTAIN:
            for ours, theirs in _together(self.here, self.there, key):
                self.take(DifferenceKind.AMBIGUOUS, ours, theirs)
        for row in [*self.here.values()]:
            self.take(DifferenceKind.MISSING_THERE, (row,), ())
        for row in [*self.there.values()]:
            if row.reported:
                self.take(DifferenceKind.MISSING_HERE, (), (row,))


def match_rows(here: Iterable[MatchedRow], there: Iterable[MatchedRow]) -> Matching:
    """Match the rows of a book with those of the general ledger.

    First what is equal, in vouchers that name the entry and then in any; then by less and less; then what is doubled,
    split, merged or taken back; what is left is missing on either side, or ambiguous.

    >>> mine = MatchedRow(0, "A 1", 2013, 20131231, "2071", (), -500)
    >>> match_rows([mine], [mine._replace(day=20131230)]).differences[0].kind.value
    'other_date'
    """
    found = Matching({row.at: row for row in here}, {row.at: row for row in there})
    found.pair(None, _named(_whole))
    for kind, key in _OF_ENTRY:
        found.pair(kind, key)
    found.double(_named(lambda row: (row.account, row.ore)))
    found.sum_up(_SUMS[0])
    for key in _AMOUNTS[:2]:
        found.pair(DifferenceKind.OTHER_AMOUNT, key)
    found.pair(None, _whole)
    for kind, key in _OF_ANY:
        found.pair(kind, key)
    found.double(_whole)
    for key in _SUMS[1:]:
        found.sum_up(key)
    for key in _AMOUNTS[2:]:
        found.pair(DifferenceKind.OTHER_AMOUNT, key)
    found.cancel()
    found.leave()
    return found


def _together(
    here: dict[int, MatchedRow], there: dict[int, MatchedRow], key: Key
) -> Iterator[tuple[list[MatchedRow], list[MatchedRow]]]:
    """The rows of both sides that one key leads to, in the order of the first of them here."""
    if not here or not there:
        return
    theirs: dict[Hashable, list[MatchedRow]] = {}
    for row in there.values():
        theirs.setdefault(key(row), []).append(row)
    theirs.pop(None, None)
    ours: dict[Hashable, list[MatchedRow]] = {}
    for row in here.values():
        if (name := key(row)) in theirs:
            ours.setdefault(name, []).append(row)
    for name, rows in ours.items():
        yield rows, theirs[name]


def _alike(rows: Sequence[MatchedRow]) -> bool:
    first = _whole(rows[0])
    return all(_whole(row) == first for row in rows)
