"""How the statements of many years follow on each other: what each year begins with, and what the next goes on from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from sifund_ledger.amounts import ORE_PER_UNIT, Unit
from sifund_ledger.balance.deficits.grounds import open_deficits
from sifund_ledger.balance.equity.rolling import RollingEquity
from sifund_ledger.balance.figures.checks import check_opening
from sifund_ledger.balance.figures.findings import OPENING_DEFICITS_UNKNOWN
from sifund_ledger.balance.figures.year_figures import EntityKind, OpeningDeficit, StatementKind, YearFigures
from sifund_ledger.balance.reserves.securities import OpeningExcluded, opened_with
from sifund_ledger.balance.statement.drawing_up import Carried, draw_up
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.findings import Finding

_KINDS: Final = (StatementKind.OUTCOME, StatementKind.FORECAST, StatementKind.BUDGET, StatementKind.INTERIM)
"""The kinds of figures of one year, the one that says most of it first."""

ByYear = Mapping[int, Mapping[StatementKind, YearFigures]]
"""Figures by year, and within it by kind; each in order."""


def by_year_and_kind(years: Iterable[YearFigures]) -> ByYear:
    """The figures in order of time, those of a year in the order of what they say of it."""
    by_year: dict[int, dict[StatementKind, YearFigures]] = {}
    for figures in sorted(years, key=lambda each: (each.year or 0, _KINDS.index(each.kind))):
        by_year.setdefault(figures.year or 0, {})[figures.kind] = figures
    return by_year


def begun(
    opening: tuple[OpeningDeficit, ...] | None, excluded: OpeningExcluded | None, first: int, unit: Unit
) -> tuple[Carried, list[Finding]]:
    """What the first year goes on from: the deficits and the securities that it was opened with; what is found of
    the deficits."""
    carried = Carried(securities=opened_with(excluded), equity=RollingEquity(ORE_PER_UNIT[unit]))
    if opening is None:
        return carried, [OPENING_DEFICITS_UNKNOWN.at(f"{first}.opening_deficits", year=first)]
    return carried, list(check_opening(opening, first)) or list(open_deficits(opening, carried.deficits))


def draw_years(years: ByYear, outcomes: Carried, entity_kind: EntityKind, unit: Unit) -> Iterator[YearStatement]:
    """The statements of the years; ``outcomes`` is what the first one goes on from, and goes on to the last's end.

    An outcome goes on from the outcome before it; other figures from what was last foreseen, and change nothing.
    """
    ahead = outcomes
    for year, of_year in years.items():
        begins = {kind: ahead.copy() for kind in of_year}
        begins |= {StatementKind.OUTCOME: outcomes} if StatementKind.OUTCOME in of_year else {}
        for kind, figures in of_year.items():
            found = [*begins[kind].follow(year)]
            statement = draw_up(figures, year, begins[kind], entity_kind)
            shown = (finding.in_unit(unit) for finding in (*found, *statement.findings))
            yield replace(statement, findings=tuple(shown))
        ahead = next((begins[kind] for kind in _KINDS if kind in begins and kind is not StatementKind.INTERIM), ahead)
