"""Sums at the close of each year (saldon vid årets slut), and what earmarks hold: read in the same time however many
years, projects or funds a book has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any, Final, NamedTuple, Protocol, TypeVar


class YearSums(NamedTuple):
    """The years in which something was added, in order, and the sum in öre at the close of each."""

    years: list[int]
    closings: list[int]

    def at(self, year: int | None = None) -> int:
        """The sum at the close of a year, or now; öre."""
        if year is None or not self.years or year >= self.years[-1]:
            return self.closings[-1] if self.closings else 0
        position = bisect_right(self.years, year)
        return self.closings[position - 1] if position else 0

    def in_year(self, year: int) -> int:
        """What a year has added, in öre."""
        return self.at(year) - self.at(year - 1)

    def by_year(self) -> Iterator[tuple[int, int]]:
        """What each year added, in order of time; öre."""
        before = 0
        for year, closing in zip(self.years, self.closings, strict=True):
            yield year, closing - before
            before = closing


NO_SUMS: Final = YearSums([], [])


class HeldAtYear(NamedTuple):
    """What earmarks held at the close of a year in which they moved, and the year before it; öre, positive.

    The years are a chain from the last to the first that is never changed, only begun anew: whoever has its end has the
    book of that moment. ``moved`` is by kind of event, and more is positive.
    """

    year: int
    available: int
    committed: int
    moved: Mapping[str, int]
    before: HeldAtYear | None

    @property
    def ore(self) -> int:
        """All that was earmarked."""
        return self.available + self.committed


class CorrectedLater(NamedTuple):
    """What a later year has corrected of an earmark, and the correction before it; öre, more is positive.

    It belongs to ``of_year`` and is booked in another. A chain like that of the years, and never changed either.
    """

    of_year: int
    booked: int
    kind: str
    subfund: str
    available: int
    committed: int
    before: CorrectedLater | None


class _Link(Protocol):
    @property
    def before(self) -> Any: ...


_LINK = TypeVar("_LINK", bound=_Link)


def back(held: _LINK | None) -> Iterator[_LINK]:
    """What a chain is of, from the last to the first."""
    while held is not None:
        yield held
        held = held.before


def held_at(held: HeldAtYear | None, year: int | None) -> HeldAtYear | None:
    """The last year through the one named in which earmarks moved."""
    return held if year is None else next((each for each in back(held) if each.year <= year), None)


def held_with(held: HeldAtYear | None, year: int, kind: str, available: int, committed: int) -> HeldAtYear:
    """The chain with what a kind of event moves in a year; years after it are begun anew."""
    later = [*takewhile(lambda each: each.year > year, back(held))]
    held = later[-1].before if later else held
    moved, before = {kind: available + committed}, held
    if held is not None and held.year == year:
        moved = {**held.moved, kind: held.moved.get(kind, 0) + moved[kind]}
        before = held.before
    held_before = (held.available, held.committed) if held is not None else (0, 0)
    made = HeldAtYear(year, held_before[0] + available, held_before[1] + committed, moved, before)
    for each in reversed(later):
        made = HeldAtYear(each.year, each.available + available, each.committed + committed, each.moved, made)
    return made
