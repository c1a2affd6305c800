"""The balanskravsutredning: what a municipality states of its year, and what the law makes of it."""

from sifund_ledger.balance import (
    budget,
    ceilings,
    comparatives,
    deficits,
    drawing_up,
    equity,
    figures,
    grounds,
    inputs,
    presentation,
    printed,
    reserve_checks,
    restoration,
    securities,
    statement,
    year_statement,
)
from sifund_ledger.balance.budget import BudgetTest, check_plan
from sifund_ledger.balance.ceilings import Ceilings
from sifund_ledger.balance.comparatives import Comparison, compare
from sifund_ledger.balance.deficits import Deficit, Part
from sifund_ledger.balance.explanation import Explanation
from sifund_ledger.balance.lines import LINE_CODES, Block, Line
from sifund_ledger.balance.printed import PrintedDifference, PrintedTable, compare_printed
from sifund_ledger.balance.reserves import ReserveAccount
from sifund_ledger.balance.securities import ExcludedSecurities, OpeningExcluded
from sifund_ledger.balance.statement import BalanceRequirementStatement, balance_requirement
from sifund_ledger.balance.year_statement import YearStatement
from sifund_ledger.findings import FindingCode

CODES: tuple[FindingCode, ...] = (
    *figures.CODES,
    *inputs.CODES,
    *grounds.CODES,
    *presentation.CODES,
    *deficits.CODES,
    *restoration.CODES,
    *ceilings.CODES,
    *reserve_checks.CODES,
    *securities.CODES,
    *budget.CODES,
    *drawing_up.CODES,
    *comparatives.CODES,
    *year_statement.CODES,
    *statement.CODES,
    *printed.CODES,
    *equity.CODES,
)
"""Every kind of finding that the room makes."""

__all__ = [
    "BalanceRequirementStatement",
    "Block",
    "BudgetTest",
    "CODES",
    "Ceilings",
    "Comparison",
    "Deficit",
    "ExcludedSecurities",
    "Explanation",
    "LINE_CODES",
    "Line",
    "OpeningExcluded",
    "Part",
    "PrintedDifference",
    "PrintedTable",
    "ReserveAccount",
    "YearStatement",
    "balance_requirement",
    "check_plan",
    "compare",
    "compare_printed",
]
