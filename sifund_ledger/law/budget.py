"""The budget's balance and the plan (budget i balans, ekonomisk plan), by fiscal year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sifund_ledger.law.citations import KL_1991, KL_2017, Citation
from sifund_ledger.law.rules import Certainty, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRule(Rule):
    """When a budget is in balance (budget i balans): income exceeds cost, or an exception covers what is missing.

    ``reserves`` are the figures whose use counts; ``grounds`` says whether exceptional grounds may be invoked.
    """

    reserves: tuple[str, ...] = ()
    grounds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRule(Rule):
    """How many years the economic plan covers (ekonomisk plan), the budget year being the first."""

    years: int


_RUR_SV: Final = "Intäkterna överstiger kostnaderna, om inte resultatutjämningsreserven används eller synnerliga skäl."
_RUR_EN: Final = "Income exceeds cost, but for use of the equalisation reserve or exceptional grounds."

BUDGET: Final = (
    BudgetRule(
        name="BUD-1",
        first_year=1998,
        last_year=2004,
        citation=Citation(KL_1991, 8, "4", amended_by="1997:615"),
        certainty=Certainty.STATUTE,
        sv="Intäkterna överstiger kostnaderna, utan undantag.",
        en="Income exceeds cost, without exception.",
        grounds=False,
    ),
    BudgetRule(
        name="BUD-2",
        first_year=2005,
        last_year=2012,
        citation=Citation(KL_1991, 8, "4", amended_by="2004:775"),
        certainty=Certainty.STATUTE,
        sv="Intäkterna överstiger kostnaderna, om inte synnerliga skäl finns.",
        en="Income exceeds cost, but for exceptional grounds.",
    ),
    BudgetRule(
        name="BUD-3",
        first_year=2013,
        last_year=2017,
        citation=Citation(KL_1991, 8, "4", amended_by="2012:800"),
        certainty=Certainty.STATUTE,
        sv=_RUR_SV,
        en=_RUR_EN,
        reserves=("reserve_used",),
    ),
    BudgetRule(
        name="BUD-3",
        first_year=2018,
        last_year=2023,
        citation=Citation(KL_2017, 11, "5"),
        certainty=Certainty.STATUTE,
        sv=_RUR_SV,
        en=_RUR_EN,
        reserves=("reserve_used",),
    ),
    BudgetRule(
        name="BUD-4",
        first_year=2024,
        last_year=2033,
        citation=Citation(KL_2017, 11, "5", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv="Intäkterna överstiger kostnaderna, om inte resultatreserv eller kvarvarande RUR används, "
        "eller synnerliga skäl.",
        en="Income exceeds cost, but for use of the result reserve or what is left of RUR, or exceptional grounds.",
        reserves=("reserve_used", "equalisation_reserve_used"),
    ),
    BudgetRule(
        name="BUD-4",
        first_year=2034,
        last_year=None,
        citation=Citation(KL_2017, 11, "5", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv="Intäkterna överstiger kostnaderna, om inte resultatreserven används, eller synnerliga skäl.",
        en="Income exceeds cost, but for use of the result reserve, or exceptional grounds.",
        reserves=("reserve_used",),
    ),
)
"""By the fiscal year that the budget is for."""

PLAN: Final = (
    PlanRule(
        name="BUD-5",
        first_year=1998,
        last_year=2017,
        citation=Citation(KL_1991, 8, "5"),
        certainty=Certainty.INFERENCE,
        sv="En plan för tre år, med budgetåret som det första.",
        en="A plan for three years, the budget year being the first.",
        years=3,
    ),
    PlanRule(
        name="BUD-5",
        first_year=2018,
        last_year=None,
        citation=Citation(KL_2017, 11, "6"),
        certainty=Certainty.STATUTE,
        sv="En ekonomisk plan för tre år, med budgetåret som det första.",
        en="An economic plan for three years, the budget year being the first.",
        years=3,
    ),
)
"""The plan that goes with a budget."""
