"""The balanskravsutredning: what a municipality states of its year, and what the law makes of it.

``figures`` has what is stated of a year, declared once in a table; ``statement`` draws a year up; ``deficits``,
``reserves`` and ``equity`` have their rules; ``tables`` lays all of it out, in the words of ``words``. It knows the
law and the ledger, and nothing of funds. To add a figure, add a row to ``figures.year_figures`` and a rule to
``law``; to add a table, a form to ``words``.
"""

from sifund_ledger.balance.deficits.deficits import Deficit, Part
from sifund_ledger.balance.reserves.ceilings import Ceilings
from sifund_ledger.balance.reserves.reserves import ReserveAccount
from sifund_ledger.balance.reserves.securities import ExcludedSecurities, OpeningExcluded
from sifund_ledger.balance.statement.budget import BudgetTest, check_plan
from sifund_ledger.balance.statement.explanation import Explanation
from sifund_ledger.balance.statement.lines import LINE_CODES, Block, Line
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement, balance_requirement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.comparatives import Comparison, compare
from sifund_ledger.balance.tables.printed import PrintedDifference, PrintedTable, compare_printed
from sifund_ledger.boundary import checked_names

__all__ = [
    "BalanceRequirementStatement",
    "Block",
    "BudgetTest",
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
checked_names(globals())
