"""Statements of several kinds side by side (jämförelsetal): outcome, budget, forecast, interim report, last year.

An interim report measures the balance requirement on the forecast for the full year; what has passed is disclosure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.figures.year_figures import StatementKind
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables import findings as codes
from sifund_ledger.balance.tables.layout import statement_table
from sifund_ledger.balance.words import COMPARED
from sifund_ledger.findings import Finding
from sifund_ledger.law.dates import INTERIM_COLUMNS, INTERIM_FIRST, INTERIM_LAST
from sifund_ledger.law.rules import in_force, wordings
from sifund_ledger.table import OneTable, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(OneTable):
    """A year's statement with its comparative columns (ruling R10, LKBR 13:3).

    For an annual report ``main`` is the outcome, with last year and the budget beside it; for an interim report it is
    the full-year forecast, on which the balance requirement is measured, with the period that has passed
    (``interim``), the same period of the year before, and the budget. ``last_year`` is as it was printed; where the
    year has corrected it, ``last_year_restated`` stands beside (omräknad; R43): a book's statement has it in
    ``restated``.
    """

    main: YearStatement
    interim: YearStatement | None = None
    same_period: YearStatement | None = None
    last_year: YearStatement | None = None
    last_year_restated: YearStatement | None = None
    budget: YearStatement | None = None
    unit: Unit = "kr"
    entity: str = ""

    @property
    def columns(self) -> tuple[YearStatement, ...]:
        """The statements that are there, in the order they are printed."""
        last_year = (self.last_year, self.last_year_restated)
        given = (self.interim, self.same_period, self.main, *last_year, self.budget)
        return tuple(column for column in given if column is not None)

    @property
    def is_interim(self) -> bool:
        """Whether it is an interim report (delårsrapport)."""
        return self.interim is not None or self.main.kind is StatementKind.INTERIM

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What every column has found, and which columns are missing."""
        own = tuple(finding for column in self.columns for finding in column.findings)
        return (*own, *self._missing(), *self._period())

    def table(self, language: Language = "sv") -> Table:
        """The statement's table with a column for each; the column's head has year and kind."""
        return statement_table(self.columns, self.entity, self.unit, language)

    def _missing(self) -> Iterator[Finding]:
        asked: dict[str, YearStatement | None] = {"budget": self.budget}
        if self.is_interim:
            asked["same_period"] = self.same_period
            asked["forecast"] = self.main if self.main.kind is StatementKind.FORECAST else None
        else:
            asked["last_year"] = self.last_year
        # An interim report's columns are in the act; an annual report's are good practice, and cite no paragraph.
        year, cited = self.main.year, wordings(INTERIM_COLUMNS) if self.is_interim else None
        for key, column in asked.items():
            if column is None:
                place, in_year = f"{year}.{key}", cited.in_year(year) if cited else None
                yield codes.COMPARATIVE_MISSING.at(place, citation=in_year, year=year, wanted=COMPARED[key])

    def _period(self) -> Iterator[Finding]:
        interim = self.interim or (self.main if self.main.kind is StatementKind.INTERIM else None)
        if interim is None or interim.as_of is None:
            return
        first, last = (in_force(rules, interim.year).date_for(interim.year) for rules in (INTERIM_FIRST, INTERIM_LAST))
        if not first <= interim.as_of <= last:
            values: dict[str, Any] = {"as_of": interim.as_of, "first": first, "last": last}
            yield codes.INTERIM_PERIOD.at(f"{interim.year}.as_of", year=interim.year, **values)


def compare(
    columns: Sequence[YearStatement], *, unit: Unit = "kr", entity: str = "", language: Language = "sv"
) -> Table:
    """Any statements side by side, in the order given; the column's head has year and kind.

    >>> from sifund_ledger.balance.figures.year_figures import YearFigures
    >>> from sifund_ledger.balance.statement.statement import balance_requirement
    >>> from sifund_ledger.money import sek
    >>> outcome, budget = (
    ...     balance_requirement([YearFigures(year=2025, kind=kind, net_result=sek(12))], opening_deficits=[]).year(2025)
    ...     for kind in ("outcome", "budget"))
    >>> compare([outcome, budget]).heads
    ('', '2025', '2025 budget')
    """
    return statement_table(tuple(columns), entity, unit, language)
