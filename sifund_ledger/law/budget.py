"""The budget's balance and the plan (budget i balans, ekonomisk plan), by fiscal year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sifund_ledger.citations import KL_1991, KL_2017
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.rules import Rule


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

    years: int = 3


_NONE: Final = Bilingual(
    "Intäkterna ska överstiga kostnaderna, utan undantag.", "Income must exceed cost, without exception."
)
_GROUNDS: Final = Bilingual(
    "Intäkterna ska överstiga kostnaderna. Undantag: det finns synnerliga skäl.",
    "Income must exceed cost. Exception: there are exceptional grounds.",
)
_RUR: Final = Bilingual(
    "Intäkterna ska överstiga kostnaderna. Undantag: resultatutjämningsreserven används eller det finns synnerliga "
    "skäl.",
    "Income must exceed cost. Exceptions: the equalisation reserve is used, or there are exceptional grounds.",
)
_BOTH: Final = Bilingual(
    "Intäkterna ska överstiga kostnaderna. Undantag: resultatreserven eller kvarvarande resultatutjämningsreserv "
    "används, eller det finns synnerliga skäl.",
    "Income must exceed cost. Exceptions: the result reserve or what is left of the equalisation reserve is used, or "
    "there are exceptional grounds.",
)
_RER: Final = Bilingual(
    "Intäkterna ska överstiga kostnaderna. Undantag: resultatreserven används eller det finns synnerliga skäl.",
    "Income must exceed cost. Exceptions: the result reserve is used, or there are exceptional grounds.",
)
_2024: Final = KL_2017("11:5", "2023:642")
_USED: Final = ("reserve_used",)

BUDGET: Final = (
    BudgetRule("BUD-1", 1998, 2004, KL_1991("8:4", "1997:615"), _NONE, grounds=False),
    BudgetRule("BUD-2", 2005, 2012, KL_1991("8:4", "2004:775"), _GROUNDS),
    BudgetRule("BUD-3", 2013, 2017, KL_1991("8:4", "2012:800"), _RUR, reserves=_USED),
    BudgetRule("BUD-3", 2018, 2019, KL_2017("11:5"), _RUR, reserves=_USED),
    BudgetRule("BUD-3", 2020, 2023, KL_2017("11:5", "2019:835"), _RUR, reserves=_USED),
    BudgetRule(
        "BUD-4",
        2024,
        2033,
        _2024,
        _BOTH,
        also=KL_2017("p. 4", "2023:642"),
        reserves=(*_USED, "equalisation_reserve_used"),
    ),
    BudgetRule("BUD-4", 2034, None, _2024, _RER, reserves=_USED),
)
"""By the fiscal year that the budget is for."""

_PLAN: Final = Bilingual(
    "En ekonomisk plan för tre år, med budgetåret som det första.",
    "An economic plan for three years, the budget year being the first.",
)
PLAN: Final = (
    PlanRule("BUD-5", 1998, 2004, KL_1991("8:5", "1997:615"), _PLAN),
    PlanRule("BUD-5", 2005, 2017, KL_1991("8:5", "2004:775"), _PLAN),
    PlanRule("BUD-5", 2018, None, KL_2017("11:6"), _PLAN),
)
"""The plan that goes with a budget."""
