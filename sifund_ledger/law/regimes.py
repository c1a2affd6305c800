"""The law of a fiscal year in one value: which rules make up its statement (regelverk)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Final

from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.law.budget import BUDGET, BudgetRule
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS, RESTORATION, DeficitRule
from sifund_ledger.law.reserves import (
    DISSOLUTION,
    EQUALISATION_USE,
    FLOW_CEILING,
    RESULT_RESERVE_USE,
    STOCK_CEILING,
    FlowCeiling,
    Reserve,
    ReserveUse,
    StockCeiling,
    open_reserve,
)
from sifund_ledger.law.result import (
    BALANCE_REQUIREMENT_RESULT,
    DECISIVE_RESULT,
    EARMARK_DISCLOSURE,
    RESULT_AFTER_ADJUSTMENTS,
    RESULT_AFTER_EQUALISATION,
)
from sifund_ledger.law.rules import CONSOLIDATED_TO, D, Dated, Formula, Rule, holds, in_force

VERSION: Final = f"{CONSOLIDATED_TO:%Y-%m}"
"""The month to which the law that this release knows is consolidated; a statement's ``law.version``."""


PERIODS: Final = (
    Dated("KL 1998-2004", 1998, 2004),
    Dated("KL 2005-2012", 2005, 2012),
    Dated("KRL 2013-2018", 2013, 2018),
    Dated("LKBR 2019-2023", 2019, 2023),
    Dated("LKBR 2024-2033", 2024, 2033),
    Dated("LKBR 2034-", 2034, None),
)
"""The spans of fiscal years with one set of rules; ``name`` is the act that has them, and the years."""
FIRST_COVERED: Final = FIRST_YEAR
LAST_COVERED: Final = LAST_YEAR
"""The fiscal years whose statement can be drawn up."""


@dataclass(frozen=True, slots=True)
class Regime:
    """The rules of one fiscal year's statement (regelverk), each the version in force, in the statement's order."""

    name: str
    year: int
    adjustments: Formula
    reserves: Formula
    equalisation: Formula | None
    decisive: Rule | None
    flow_ceiling: FlowCeiling | None
    stock_ceiling: StockCeiling | None
    equalisation_use: ReserveUse | None
    result_reserve_use: ReserveUse | None
    dissolution: Rule | None
    earmarks: Rule
    grounds: Rule
    deficits: DeficitRule
    restoration: Rule
    budget: BudgetRule

    @property
    def has_formula(self) -> bool:
        """Whether the statute says how the result is computed (from fiscal year 2013)."""
        return not self.adjustments.own_rows

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The sums of the statement, in order."""
        formulas = (self.adjustments, self.reserves, self.equalisation)
        return tuple(formula for formula in formulas if formula is not None)

    @property
    def keys(self) -> tuple[str, ...]:
        """The magnitudes of the figures file that are rows of the statute's own sums."""
        return tuple(key for formula in self.formulas for key in formula.keys)

    @property
    def open_reserve(self) -> Reserve | None:
        """The reserve that a result of the year may be set aside to; ``None`` to 2009."""
        return open_reserve(self.year)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that the statement rests on, in its order."""
        rules = (getattr(self, field.name) for field in fields(self))
        return tuple(rule for rule in rules if isinstance(rule, Rule))


def _if_any(table: tuple[D, ...], year: int) -> D | None:
    return in_force(table, year) if any(holds(rule, year) for rule in table) else None


@lru_cache(maxsize=128)
def regime_of(year: int) -> Regime:
    """The rules of a fiscal year's statement.

    Raises :class:`~sifund_ledger.errors.NoLawInForce` for a year before 1998.

    >>> regime_of(2015).name, regime_of(2015).reserves.name, regime_of(2015).deficits.name
    ('KRL 2013-2018', 'BKR-1', 'DEF-3')
    >>> regime_of(2024).open_reserve, regime_of(2024).stock_ceiling.share
    (<Reserve.RESULT: 'result_reserve'>, Fraction(1, 20))
    """
    return Regime(
        name=in_force(PERIODS, year).name,
        year=year,
        adjustments=in_force(RESULT_AFTER_ADJUSTMENTS, year),
        reserves=in_force(BALANCE_REQUIREMENT_RESULT, year),
        deficits=in_force(DEFICITS, year),
        grounds=in_force(EXCEPTIONAL_GROUNDS, year),
        restoration=in_force(RESTORATION, year),
        earmarks=in_force(EARMARK_DISCLOSURE, year),
        budget=in_force(BUDGET, year),
        equalisation=_if_any(RESULT_AFTER_EQUALISATION, year),
        decisive=_if_any(DECISIVE_RESULT, year),
        flow_ceiling=_if_any(FLOW_CEILING, year),
        stock_ceiling=_if_any(STOCK_CEILING, year),
        equalisation_use=_if_any(EQUALISATION_USE, year),
        result_reserve_use=_if_any(RESULT_RESERVE_USE, year),
        dissolution=_if_any(DISSOLUTION, year),
    )
