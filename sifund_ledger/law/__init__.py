"""The statutes by fiscal year, as typed values and functions with citations. Knows nothing of books.

A rule has a version for each stretch of fiscal years, with its paragraph and how sure it is; ``tables`` lists them
all. Years in which the law changed stand here alone. To change a rule, close the version in force and add the next.
"""

from sifund_ledger.citations import IN_FORCE_FROM, KL_1991, KL_2017, KRL, LKBR, Citation, Source
from sifund_ledger.law.budget import BUDGET, PLAN, BudgetRule, PlanRule
from sifund_ledger.law.council import AUTHORITY, REVIEW
from sifund_ledger.law.dates import DATES, RETENTION, DateRule, RetentionRule, interim_due
from sifund_ledger.law.deadlines import Deadline, calendar
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS, RESTORATION, DeficitRule
from sifund_ledger.law.equity import EQUITY_CARRIED, EQUITY_LAYOUT, EquityLayout
from sifund_ledger.law.regimes import FIRST_COVERED, LAST_COVERED, PERIODS, VERSION, Period, Regime, regime_of
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
from sifund_ledger.law.rows import ROW_NAMES, RowName, has_row, row_name
from sifund_ledger.law.rules import CONSOLIDATED_TO, Certainty, Dated, Formula, Rule, holds, in_force
from sifund_ledger.law.tables import RULES, Change, differences, rule_of, rules_of

__all__ = [
    "AUTHORITY",
    "BALANCE_REQUIREMENT_RESULT",
    "BUDGET",
    "BudgetRule",
    "CONSOLIDATED_TO",
    "Certainty",
    "Change",
    "Citation",
    "DATES",
    "DECISIVE_RESULT",
    "DEFICITS",
    "DISSOLUTION",
    "DateRule",
    "Dated",
    "Deadline",
    "DeficitRule",
    "EARMARK_DISCLOSURE",
    "EQUALISATION_USE",
    "EQUITY_CARRIED",
    "EQUITY_LAYOUT",
    "EXCEPTIONAL_GROUNDS",
    "EquityLayout",
    "FIRST_COVERED",
    "FLOW_CEILING",
    "FlowCeiling",
    "Formula",
    "IN_FORCE_FROM",
    "KL_1991",
    "KL_2017",
    "KRL",
    "LAST_COVERED",
    "LKBR",
    "PERIODS",
    "PLAN",
    "Period",
    "PlanRule",
    "RESTORATION",
    "RESULT_AFTER_ADJUSTMENTS",
    "RESULT_AFTER_EQUALISATION",
    "RESULT_RESERVE_USE",
    "RETENTION",
    "REVIEW",
    "ROW_NAMES",
    "RULES",
    "Regime",
    "Reserve",
    "ReserveUse",
    "RetentionRule",
    "RowName",
    "Rule",
    "STOCK_CEILING",
    "Source",
    "StockCeiling",
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
