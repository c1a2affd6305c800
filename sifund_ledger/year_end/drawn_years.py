"""The statements of closed years (stängda års utredningar): drawn up once each, and later years go on from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sifund_ledger.amounts import ORE_PER_UNIT, Unit
from sifund_ledger.balance.deficits.deficits import Deficit
from sifund_ledger.balance.deficits.grounds import rests_on_earmark
from sifund_ledger.balance.figures.events import (
    BalanceResultCorrected,
    DeficitsOpened,
    EquityOpened,
    ExcludedOpened,
    ResultRecorded,
)
from sifund_ledger.balance.figures.figure_items import Beside
from sifund_ledger.balance.figures.year_figures import EntityKind, StatementKind, YearFigures
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.balance.statement.drawing_up import Carried
from sifund_ledger.balance.statement.drawing_years import begun, by_year_and_kind, draw_years
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.events import DecisionMoved, EntryCorrected, JournalOpened
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.records import Record
from sifund_ledger.money import from_ore
from sifund_ledger.year_end.recorded_figures import all_figures
from sifund_ledger.year_end.year_movements import (
    beside_figures,
    corrected_result,
    corrected_spans,
    is_restated,
    printed_result,
    restated_figures,
    results_corrected,
)

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState


class _DrawnYear(NamedTuple):
    """A closed year's statement, and what the year after it goes on from, which is never changed."""

    statement: YearStatement
    carried: Carried


class DrawnYears(EventFold):
    """The statements of the closed years from the first on, each drawn up when one is first asked for.

    A closed year keeps the figures that it closed with, and nothing is booked in it. What changes it all the same, as a
    repeal that is recorded in it, lets all of them be drawn up anew.
    """

    folded = Handlers()

    def __init__(self, state: BookState) -> None:
        super().__init__()
        self._state = state
        self._years: dict[int, _DrawnYear] = {}
        self._order: list[int] = []
        self._through: int | None = None
        self._found: tuple[Finding, ...] = ()
        self._resting: dict[int, tuple[int, ...]] = {}

    @property
    def entity_kind(self) -> EntityKind:
        """What kind of entity the book is of."""
        opened = self._state.journal.opened
        return EntityKind(opened.entity_kind if opened else "municipality")

    def closed(self, through: int) -> Sequence[int]:
        """The closed years that are drawn up, in order, through one."""
        last = self.last_closed(through)
        return self._order[: bisect_right(self._order, last)]

    def last_closed(self, through: int) -> int:
        """The last of the closed years that are drawn up, through one; 0 where there is none."""
        self._go_on()
        if not self._order or through < self._order[0]:
            return 0
        return min(self._order[-1], self._order[bisect_right(self._order, through) - 1])

    def statement(self, year: int) -> YearStatement | None:
        """The statement of a closed year, without what is found of the opening; ``None`` where it is not drawn up."""
        return self._years[year].statement if year in self._years else None

    def resting(self, origin: int) -> Sequence[int]:
        """The closed years with grounds for a year's deficit that rest on earmarks."""
        return self._resting.get(origin, ())

    def found_of_opening(self, first: int) -> Sequence[Finding]:
        """What is found of what the book was opened with, where its years begin with one."""
        return self._found if self._order[:1] == [first] else self._begun(first)[1]

    def following(
        self, years: Sequence[YearFigures], beside: Mapping[int, Sequence[Beside]] | None = None, unit: Unit = "kr"
    ) -> list[YearStatement]:
        """The statements of years, in order, that go on from the closed ones before them."""
        by_year = by_year_and_kind(years)
        if not by_year:
            return []
        if beside is None:
            beside = {year: recorded_beside(self._state, year) for year in by_year}
        carried = replace(self._before(min(by_year)), beside=beside)
        carried.equity.step_ore = ORE_PER_UNIT[unit]
        return [*draw_years(by_year, carried, self.entity_kind, unit)]

    def _before(self, first: int) -> Carried:
        """What a year goes on from, to be changed."""
        last = self.last_closed(first - 1)
        return self._years[last].carried.copy() if last else self._begun(first)[0]

    def _begun(self, first: int) -> tuple[Carried, list[Finding]]:
        stated, excluded = self._state.stated, None
        if stated.opening_excluded is not None:  # what the book was opened with of excluded securities (R8)
            gains, losses = map(from_ore, stated.opening_excluded)
            excluded = OpeningExcluded(unrealised_gains=gains, unrealised_losses=losses)
        return begun(stated.opening_deficits, excluded, first, "kr")

    def _go_on(self) -> None:
        """Draw up what has been closed since."""
        through, stated = self._state.closed_through, self._state.stated
        if through is None or through == self._through:
            return
        self._set("_through", through)
        first = self._order[-1] + 1 if self._order else next(filter(stated.has_result, stated.years()), through + 1)
        for year in filter(stated.has_result, range(first, through + 1)):
            figures, _ = self._state.closings.years.get(year, (None, ()))
            if figures is None or figures.kind is not StatementKind.OUTCOME:
                return  # it was not closed with an outcome: from here on each is drawn up when it is asked for
            self._draw(year, figures)

    def _draw(self, year: int, figures: YearFigures) -> None:
        if self._order:
            carried = self._years[self._order[-1]].carried.copy()
        else:
            carried, found = self._begun(year)
            self._set("_found", found)
        carried.beside = {year: recorded_beside(self._state, year)}
        (statement,) = draw_years({year: {figures.kind: figures}}, carried, self.entity_kind, "kr")
        self._append(self._order, year)
        self._put(self._years, year, _DrawnYear(statement, carried))
        for origin in {ground.deficit_year for ground in figures.exceptional_grounds if rests_on_earmark(ground)}:
            self._put(self._resting, origin, (*self._resting.get(origin, ()), year))

    @folded.of(JournalOpened, EquityOpened, DeficitsOpened, ExcludedOpened)
    def _begins_anew(self, record: Record, event: object) -> None:
        self._changed_in(0)

    @folded.of(DecisionMoved)
    def _decision_moved(self, record: Record, event: DecisionMoved) -> None:
        self._changed_in(record.recorded_at.year)

    @folded.of(BalanceResultCorrected, ResultRecorded)
    def _result_moved(self, record: Record, event: BalanceResultCorrected | ResultRecorded) -> None:
        self._changed_in(event.year)

    @folded.of(EntryCorrected)
    def _entry_corrected(self, record: Record, event: EntryCorrected) -> None:
        if event.corrected_kind in (EquityOpened.kind, ResultRecorded.kind):
            self._changed_in(self._state.journal.year_of(event.corrects))

    def _changed_in(self, year: int) -> None:
        if self._order and year <= self._order[-1]:
            for name, empty in (("_years", {}), ("_order", []), ("_resting", {}), ("_found", ()), ("_through", None)):
                self._set(name, empty)


def recorded_beside(state: BookState, year: int, later: tuple[int, int] = (0, 0)) -> tuple[Beside, ...]:
    """What a year has recorded beside its figures; first the deficits that it begins with, where it has corrected the
    results of earlier years. ``later`` is the years, after the first through the other, whose corrections count too."""
    beside = tuple(beside_figures(state, year))
    if not any(results_corrected(state, year)):
        return beside
    return (Beside("restated", year, 0, deficits=_corrected_deficits(state, year, later)), *beside)


def _corrected_deficits(state: BookState, year: int, later: tuple[int, int]) -> tuple[Deficit, ...]:
    """The deficits at the close of the year before one, every result up to then being what that year says it is: what
    a corrected surplus no longer restores is left again, and what later results had left over restores (R43)."""
    first, beside = min(state.stated.corrected), dict[int, Sequence[Beside]]()
    earlier = [figures for figures, _ in all_figures(state, through=year - 1, after=first - 1)]
    for of in (figures.year or 0 for figures in earlier):
        corrected = corrected_result(state, of, 0, year) + corrected_result(state, of, *later)
        result = [Beside("result", "", printed_result(state, of) + corrected)] if corrected else []
        beside[of] = (*beside_figures(state, of), *result)
    return state.drawn.following(earlier, beside)[-1].deficits


def restated_years(
    state: BookState, shown: Callable[[int], YearStatement | None], through: int
) -> Iterator[YearStatement]:
    """The closed years that years after them, through one, have corrected: as they are with that (R43).

    ``shown`` gives the statement of a year as it was printed. A year that no later one has corrected begins as it was
    printed, so that only the years from the first corrected on are drawn up anew.
    """
    spans = corrected_spans(state, through)
    booked_in = sorted({booked for _, booked in spans})
    years = sorted({year for first, booked in spans for year in range(first, min(booked, through))})

    def alike(year: int) -> tuple[int, int]:
        """From which year on it is drawn up, and how many years that have corrected anything stand before it."""
        return min(of_year for of_year, booked in spans if of_year <= year < booked), bisect_right(booked_in, year)

    closed = (year for year in years if year in state.closings.years and shown(year) is not None)
    for (first, _), together in groupby(closed, alike):
        yield from _restated_together(state, shown, [*together], first, through)


def _restated_together(
    state: BookState, shown: Callable[[int], YearStatement | None], years: Sequence[int], first: int, through: int
) -> Iterator[YearStatement]:
    """Years that the same years have corrected, as they are with that: each goes on from the one before."""
    last = years[-1]
    earlier = restated_figures(state, last, through, first=first)
    beside: dict[int, Sequence[Beside]] = {}
    for figures in earlier:
        of = figures.year or last
        printed = shown(of) or shown(last)
        decided = (printed.decisive_result_ore if printed else 0) + corrected_result(state, of, last, through)
        beside[of] = (*recorded_beside(state, of, (last, through)), Beside("result", "", decided))
    drawn = {each.year: each for each in state.drawn.following(earlier, beside)}
    for year in years if earlier else ():
        restated, printed = drawn[year], shown(year)
        if not is_restated(state, year, through, first=first) or printed is None:
            continue
        if (restated.lines, restated.reserves) != (printed.lines, printed.reserves):
            yield replace(restated, findings=(), restated=True)
