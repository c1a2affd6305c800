"""The balanskravsutredning: what a municipality states of its year, and what the law makes of it."""

from sifund_ledger.balance import (
    deficits,
    equity,
    figures,
    grounds,
    inputs,
    presentation,
    printed,
    statement,
    year_statement,
)
from sifund_ledger.balance.deficits import Deficit, Part
from sifund_ledger.balance.explain import Explanation
from sifund_ledger.balance.lines import LINE_CODES, Block, Line
from sifund_ledger.balance.printed import PrintedDifference, PrintedTable, compare_printed
from sifund_ledger.balance.statement import BalanceRequirementStatement, balance_requirement
from sifund_ledger.balance.year_statement import Ceilings, YearStatement
from sifund_ledger.findings import FindingCode

CODES: tuple[FindingCode, ...] = (
    *figures.CODES,
    *inputs.CODES,
    *grounds.CODES,
    *presentation.CODES,
    *deficits.CODES,
    *year_statement.CODES,
    *statement.CODES,
    *printed.CODES,
    *equity.CODES,
)
"""Every kind of finding that the room makes."""

__all__ = [
    "BalanceRequirementStatement",
    "Block",
    "CODES",
    "Ceilings",
    "Deficit",
    "Explanation",
    "LINE_CODES",
    "Line",
    "Part",
    "PrintedDifference",
    "PrintedTable",
    "YearStatement",
    "balance_requirement",
    "compare_printed",
]
