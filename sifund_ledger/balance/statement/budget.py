"""Whether a budget is in balance (budget i balans), what covers what is missing, and the plan that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.statement import findings as codes
from sifund_ledger.findings import Finding
from sifund_ledger.law.budget import PLAN, BudgetRule
from sifund_ledger.law.rules import in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetTest:
    """A budget held against the law (BUD-1 to BUD-4, ruling R7), in öre: the result signed, the rest positive.

    ``reserves_ore`` and ``grounds_ore`` are what the year's law lets count of the uses and grounds in the figures.
    The result has the costs of projects in it; they are not taken once more.

    >>> lund = BudgetTest(year=2023, result_ore=-23, reserves_ore=23, grounds_ore=0, grounds_invoked=False)
    >>> lund.balanced, lund.shortfall_ore
    (True, 0)
    >>> BudgetTest(year=2023, result_ore=0, reserves_ore=0, grounds_ore=0, grounds_invoked=False).balanced
    False
    """

    year: int
    result_ore: int
    reserves_ore: int
    grounds_ore: int
    grounds_invoked: bool

    @property
    def shortfall_ore(self) -> int:
        """What cost exceeds income and the use of reserves by, in öre, before any grounds."""
        return max(0, -self.result_ore - self.reserves_ore)

    @property
    def balanced(self) -> bool:
        """Income exceeds cost; or income and a use reach cost; or grounds reach what is missing."""
        if self.result_ore > 0 or (self.reserves_ore and not self.shortfall_ore):
            return True
        return self.grounds_invoked and self.grounds_ore >= self.shortfall_ore


def budget_test(figures: YearFigures, year: int, rule: BudgetRule) -> BudgetTest | None:
    """The test of a year's budget; ``None`` for figures other than a budget."""
    if figures.kind is not StatementKind.BUDGET:
        return None
    grounds = [ground for ground in figures.exceptional_grounds if ground.deficit_year == year] if rule.grounds else []
    return BudgetTest(
        year=year,
        result_ore=_computed(figures),
        reserves_ore=sum(figures.ore(key) or 0 for key in rule.reserves),
        grounds_ore=sum(ground.ore for ground in grounds),
        grounds_invoked=bool(grounds),
    )


def _computed(figures: YearFigures) -> int:
    """Income less cost, where both are known; else the net result."""
    income, cost = figures.ore("budget_income"), figures.ore("budget_cost")
    return (figures.ore("net_result") or 0) if income is None or cost is None else income - cost


def check_budget(figures: YearFigures, test: BudgetTest | None) -> Iterator[Finding]:
    """What the budget breaks: a warning, since a court tries its balance only in part."""
    if test is None:
        return
    year = test.year
    computed, stated = _computed(figures), figures.ore("net_result") or 0
    if computed != stated:
        yield codes.BUDGET_RESULT_DIFFERS.at(f"{year}.net_result", year=year, computed=computed, stated=stated)
    if (figures.ore("budget_income") is None) != (figures.ore("budget_cost") is None):
        yield codes.BUDGET_SIDE_MISSING.at(f"{year}.budget_income", year=year)
    if not test.balanced:
        yield codes.BUDGET_NOT_BALANCED.at(
            f"{year}.kind", year=year, result=test.result_ore, reserves=test.reserves_ore, grounds=test.grounds_ore
        )


def check_plan(years: Iterable[YearFigures], budget_year: int) -> list[Finding]:
    """Whether budget figures cover the years of the economic plan, the budget year being the first (BUD-5).

    >>> from sifund_ledger.money import sek
    >>> budgets = [YearFigures(year=year, kind="budget", net_result=sek(1)) for year in (2026, 2027)]
    >>> check_plan(budgets, 2026)[0].message
    'The plan covers 2 of the 3 years from 2026; missing: 2028.'
    """
    rule = in_force(PLAN, budget_year)
    given = {figures.year for figures in years if figures.kind is StatementKind.BUDGET}
    asked = range(budget_year, budget_year + rule.years)
    missing = [year for year in asked if year not in given]
    found, lacking = rule.years - len(missing), ", ".join(map(str, missing))
    short = codes.PLAN_TOO_SHORT.at(str(budget_year), found=found, years=rule.years, year=budget_year, missing=lacking)
    return [short] if missing else []
