"""The law of a fiscal year in one value: which rules make up its statement (regelverk)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS, RESTORATION, DeficitRule
from sifund_ledger.law.result import BALANCE_REQUIREMENT_RESULT, EARMARK_DISCLOSURE, RESULT_AFTER_ADJUSTMENTS
from sifund_ledger.law.rules import CONSOLIDATED_TO, Formula, Rule, in_force

VERSION: Final = f"{CONSOLIDATED_TO:%Y-%m}"
"""The month to which the law that this release knows is consolidated; a statement's ``law.version``."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of fiscal years with one set of rules; ``name`` is the act that has them, and the years."""

    name: str
    first_year: int
    last_year: int | None


PERIODS: Final = (
    Period("KL 1998-2004", 1998, 2004),
    Period("KL 2005-2012", 2005, 2012),
    Period("KRL 2013-2018", 2013, 2018),
    Period("LKBR 2019-2023", 2019, 2023),
)
FIRST_COVERED: Final = 1998
LAST_COVERED: Final = 2023
"""The fiscal years whose statement can be drawn up."""


@dataclass(frozen=True, slots=True)
class Regime:
    """The rules of one fiscal year's statement (regelverk), each the version in force."""

    name: str
    year: int
    adjustments: Formula
    reserves: Formula
    deficits: DeficitRule
    grounds: Rule
    restoration: Rule
    earmarks: Rule

    @property
    def has_formula(self) -> bool:
        """Whether the statute says how the result is computed (from fiscal year 2013)."""
        return not self.adjustments.own_rows

    @property
    def keys(self) -> tuple[str, ...]:
        """The magnitudes of the figures file that are rows of the statute's own sums."""
        return (*self.adjustments.keys, *self.reserves.keys)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of the year, in the order of the statement."""
        return (self.adjustments, self.reserves, self.earmarks, self.grounds, self.deficits, self.restoration)


def regime_of(year: int) -> Regime:
    """The rules of a fiscal year's statement.

    Raises :class:`~sifund_ledger.errors.NoLawInForce` for a year that is not covered (before 1998, and from 2024).

    >>> regime_of(2015).name, regime_of(2015).reserves.name, regime_of(2015).deficits.name
    ('KRL 2013-2018', 'BKR-1', 'DEF-3')
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
    )
