"""The spans that years are grouped by (horisonter): each year, a budget with its plan, the council's mandate periods.

A council is elected for four years from 15 October of the year of the election (KL 5:9): the budgets of the four years
after it are its own. A budget has a plan of three years, of which its own is the first (KL 11:6).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from sifund_ledger.findings import Bilingual

_FIRST: Final = 1995
"""The first year whose budget a council elected for four years had, since the elections of 1994."""
_YEARS: Final = 4
_PLANNED: Final = 3


class Span(StrEnum):
    """What years are grouped by."""

    YEAR = "year"
    PLAN = "plan"
    MANDATE = "mandate"


_HEADS: Final = {
    Span.YEAR: Bilingual("År", "Year"),
    Span.PLAN: Bilingual("Budget och plan", "Budget and plan"),
    Span.MANDATE: Bilingual("Mandatperiod", "Mandate period"),
}
_TITLED: Final = {
    Span.YEAR: Bilingual("{title}", "{title}"),
    Span.PLAN: Bilingual("{title}, efter budget och plan", "{title}, by budget and plan"),
    Span.MANDATE: Bilingual("{title}, per mandatperiod", "{title}, by mandate period"),
}
YEAR_BY_YEAR: Final = Bilingual("År för år: ", "Year by year: ")
"""How the title of a table begins that is of each year, which it is not by another horizon."""
ALL_YEARS: Final = Bilingual("alla år", "all years")
_BEFORE, _BUDGET = Bilingual("t.o.m. {last}", "to {last}"), Bilingual("budget {first}", "budget {first}")
_PLAN, _AFTER = Bilingual("plan {first}–{last}", "plan {first}–{last}"), Bilingual("fr.o.m. {first}", "from {first}")


class Period(NamedTuple):
    """Some years that follow each other, of which the first or the last may be open; and what they are called."""

    first: int | None
    last: int | None
    name: Bilingual

    def __str__(self) -> str:
        return self.name.en


class Mandate(NamedTuple):
    """A mandate period by the fiscal years whose budgets its council decides (mandatperiod; KL 5:9)."""

    first: int
    last: int

    @property
    def years(self) -> range:
        """Its fiscal years."""
        return range(self.first, self.last + 1)

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


def mandate_of(year: int) -> Mandate:
    """The mandate period that a fiscal year belongs to, from 1995 on.

    >>> str(mandate_of(2018)), str(mandate_of(2019))
    ('2015–2018', '2019–2022')
    """
    first = year - (year - _FIRST) % _YEARS
    return Mandate(first, first + _YEARS - 1)


@dataclass(frozen=True, slots=True)
class Horizon:
    """What a report groups its years by (horisont): ``budget_year`` is that of the budget whose plan it is."""

    span: Span = Span.YEAR
    budget_year: int = 0

    @property
    def head(self) -> Bilingual:
        """What its periods are."""
        return _HEADS[self.span]

    def titled(self, title: object) -> Bilingual:
        """The title of a table of years, as it is by its periods."""
        return _TITLED[self.span].filled(title=title)

    def period(self, year: int) -> Period:
        """The period that a fiscal year belongs to.

        >>> [str(MANDATES.period(year)) for year in (2018, 2019, 2026)]
        ['2015–2018', '2019–2022', '2023–2026']
        >>> [str(budget_and_plan(2024).period(year)) for year in (2020, 2024, 2026, 2027)]
        ['to 2023', 'budget 2024', 'plan 2025–2026', 'from 2027']
        >>> [budget_and_plan(2024).period(year).name.sv for year in (2020, 2027)]
        ['t.o.m. 2023', 'fr.o.m. 2027']
        """
        if self.span is Span.YEAR:
            return Period(year, year, Bilingual(str(year), str(year)))
        if self.span is Span.MANDATE:
            mandate = mandate_of(year)
            return Period(mandate.first, mandate.last, Bilingual(str(mandate), str(mandate)))
        budget, last = self.budget_year, self.budget_year + _PLANNED - 1
        if year < budget:
            return Period(None, budget - 1, _BEFORE.filled(last=budget - 1))
        if year == budget:
            return Period(budget, budget, _BUDGET.filled(first=budget))
        if year <= last:
            return Period(budget + 1, last, _PLAN.filled(first=budget + 1, last=last))
        return Period(last + 1, None, _AFTER.filled(first=last + 1))


EACH_YEAR: Final = Horizon()
"""Year by year."""
MANDATES: Final = Horizon(Span.MANDATE)
"""By mandate period."""


def budget_and_plan(budget_year: int) -> Horizon:
    """The budget of a year with its plan; what comes before, and what comes after, stand each as one."""
    return Horizon(Span.PLAN, budget_year)
