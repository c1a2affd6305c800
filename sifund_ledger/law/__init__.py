"""The statutes by fiscal year, as typed values and functions with citations. Knows nothing of books."""

from sifund_ledger.findings import FindingCode
from sifund_ledger.law.citations import KL_1991, KL_2017, KRL, LKBR, Citation, Statute
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS, RESTORATION, DeficitRule
from sifund_ledger.law.regimes import FIRST_COVERED, LAST_COVERED, PERIODS, VERSION, Period, Regime, regime_of
from sifund_ledger.law.result import BALANCE_REQUIREMENT_RESULT, EARMARK_DISCLOSURE, RESULT_AFTER_ADJUSTMENTS
from sifund_ledger.law.rows import ROW_NAMES, RowName, has_row, row_name
from sifund_ledger.law.rules import CONSOLIDATED_TO, Certainty, Dated, Formula, Rule, holds, in_force

RULES: tuple[tuple[Rule, ...], ...] = (
    RESULT_AFTER_ADJUSTMENTS,
    BALANCE_REQUIREMENT_RESULT,
    EARMARK_DISCLOSURE,
    EXCEPTIONAL_GROUNDS,
    DEFICITS,
    RESTORATION,
)
"""Every table of dated rules; for each fiscal year exactly one version of each holds, or none."""

CODES: tuple[FindingCode, ...] = ()
"""The law states rules and makes no findings; the rooms that apply it do."""

__all__ = [
    "BALANCE_REQUIREMENT_RESULT",
    "CODES",
    "CONSOLIDATED_TO",
    "Certainty",
    "Citation",
    "DEFICITS",
    "Dated",
    "DeficitRule",
    "EARMARK_DISCLOSURE",
    "EXCEPTIONAL_GROUNDS",
    "FIRST_COVERED",
    "Formula",
    "KL_1991",
    "KL_2017",
    "KRL",
    "LAST_COVERED",
    "LKBR",
    "PERIODS",
    "Period",
    "RESTORATION",
    "RESULT_AFTER_ADJUSTMENTS",
    "ROW_NAMES",
    "RULES",
    "Regime",
    "RowName",
    "Rule",
    "Statute",
    "VERSION",
    "has_row",
    "holds",
    "in_force",
    "regime_of",
    "row_name",
]
