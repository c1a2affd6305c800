"""The statutes by fiscal year, as typed values and functions with citations. Knows nothing of books.

A rule has a version for each stretch of fiscal years, with its paragraph and how sure it is; ``tables`` lists them
all. Years in which the law changed stand here alone. To change a rule, close the version in force and add the next.
"""

from sifund_ledger.boundary import checked_names
from sifund_ledger.law.budget import PLAN, BudgetRule
from sifund_ledger.law.dates import interim_due
from sifund_ledger.law.deadlines import Deadline, calendar
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS, RESTORATION
from sifund_ledger.law.equity import EQUITY_LAYOUT, EquityLayout
from sifund_ledger.law.regimes import FIRST_COVERED, LAST_COVERED, PERIODS, VERSION, Regime, regime_of
from sifund_ledger.law.reserves import DISSOLUTION, EQUALISATION_USE, FLOW_CEILING, STOCK_CEILING, Reserve, open_reserve
from sifund_ledger.law.result import BALANCE_REQUIREMENT_RESULT
from sifund_ledger.law.rows import ROW_NAMES, has_row, row_name
from sifund_ledger.law.rules import CONSOLIDATED_TO, Certainty, Formula, Rule, holds, in_force
from sifund_ledger.law.tables import RULES, Change, differences, rule_of, rules_of

__all__ = [
    "BALANCE_REQUIREMENT_RESULT",
    "BudgetRule",
    "CONSOLIDATED_TO",
    "Certainty",
    "Change",
    "DEFICITS",
    "DISSOLUTION",
    "Deadline",
    "EQUALISATION_USE",
    "EQUITY_LAYOUT",
    "EXCEPTIONAL_GROUNDS",
    "EquityLayout",
    "FIRST_COVERED",
    "FLOW_CEILING",
    "Formula",
    "LAST_COVERED",
    "PERIODS",
    "PLAN",
    "RESTORATION",
    "ROW_NAMES",
    "RULES",
    "Regime",
    "Reserve",
    "Rule",
    "STOCK_CEILING",
    "VERSION",
    "calendar",
    "differences",
    "has_row",
    "holds",
    "in_force",
    "interim_due",
    "open_reserve",
    "regime_of",
    "row_name",
    "rule_of",
    "rules_of",
]
checked_names(globals())
