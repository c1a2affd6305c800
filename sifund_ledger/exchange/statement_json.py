"""A statement, and findings, as JSON: the shape that other systems rely on.

Amounts are canonical decimal text in the statement's unit: no exponent, no ``-0``, no trailing zeros.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sifund_ledger.amounts import Language, Unit, canonical_amount
from sifund_ledger.balance.deficits.deficits import Deficit
from sifund_ledger.balance.reserves.reserves import ReserveAccount
from sifund_ledger.balance.statement.budget import BudgetTest
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.findings import Finding
from sifund_ledger.law import VERSION


def statement_to_json(statement: BalanceRequirementStatement, *, language: Language = "sv") -> str:
    """A balanskravsutredning as JSON text; labels and messages in Swedish (``sv``) or English (``en``).

    ``lines`` have the sign they have in the sum; what is not computed is ``null``.

    >>> from sifund_ledger.balance.figures.year_figures import YearFigures
    >>> from sifund_ledger.balance.statement.statement import balance_requirement
    >>> statement = balance_requirement([YearFigures(year=2015, net_result=-5)], opening_deficits=[])
    >>> json.loads(statement_to_json(statement))["years"][0]["to_restore"]
    '5'
    """
    tree = {
        "entity": statement.entity,
        "unit": statement.unit,
        "law": {"version": VERSION},
        "years": [_year(year, statement.unit, language) for year in statement.years],
    }
    return _written(tree)


def findings_to_json(findings: Iterable[Finding], *, language: Language = "sv") -> str:
    """Findings (iakttagelser) as JSON text: ``{"findings": [...]}``, messages in Swedish or English.

    >>> from sifund_ledger.decisions import DECISION_UNREADABLE
    >>> print(findings_to_json([DECISION_UNREADABLE.at("decision", text="KF")], language="en"))
    {
      "findings": [
        {
          "code": "EXAMPLE",
          "severity": "note",
          "message": "Nothing is wrong.",
          "place": "2013",
          "citation": "",
          "remedy": ""
        }
      ]
    }
    """
    return _written({"findings": [finding_as_data(each, language) for each in findings]})


def _written(tree: dict[str, Any]) -> str:
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    # Lone surrogates, which a path may hold, are no UTF-8; they are told as escapes.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _year(year: YearStatement, unit: Unit, language: Language) -> dict[str, Any]:
    def text(ore: int | None) -> str | None:
        return None if ore is None else canonical_amount(ore, unit)

    return {
        "year": year.year,
        "kind": year.kind.value,
        "regime": year.regime,
        "presentation": year.presentation.value,
        "lines": [
            {
                "code": line.code,
                "label": line.label_in(language),
                "amount": text(line.ore),
                "citation": line.citation,
            }
            for line in year.lines
        ],
        "result_after_adjustments": text(year.result_after_adjustments_ore),
        "balance_requirement_result": text(year.balance_requirement_result_ore),
        "balance_requirement_result_after_equalisation_reserve": text(
            year.balance_requirement_result_after_equalisation_reserve_ore
        ),
        "presented_result_after_adjustments": text(year.presented_result_after_adjustments_ore),
        "presented_result": text(year.presented_result_ore),
        "decisive_result": year.decisive_result,
        "deficits": [_deficit(deficit, unit) for deficit in year.deficits],
        "to_restore": text(year.to_restore_ore),
        "remaining_result": text(year.remaining_result_ore),
        "ceilings": {
            "reserve_flow": text(year.ceilings.reserve_flow_ore),
            "reserve_stock": text(year.ceilings.reserve_stock_ore),
            "reserve_proposed": text(year.ceilings.reserve_proposed_ore),
        },
        "findings": [finding_as_data(each, language) for each in year.findings],
        "reserves": [_reserve(account, unit) for account in year.reserves],
        "budget": None if year.budget is None else _budget(year.budget, unit),
    }


def _reserve(account: ReserveAccount, unit: Unit) -> dict[str, str | None]:
    amounts = {
        "opening": account.opening_ore,
        "allocated": account.allocated_ore,
        "used": account.used_ore,
        "dissolved": account.dissolved_ore,
        "closing": account.closing_ore,
    }
    told = {key: None if ore is None else canonical_amount(ore, unit) for key, ore in amounts.items()}
    return {"reserve": account.reserve.value, **told}


def _budget(test: BudgetTest, unit: Unit) -> dict[str, Any]:
    return {
        "result": canonical_amount(test.result_ore, unit),
        "reserves": canonical_amount(test.reserves_ore, unit),
        "grounds": canonical_amount(test.grounds_ore, unit),
        "shortfall": canonical_amount(test.shortfall_ore, unit),
        "balanced": test.balanced,
    }


def _deficit(deficit: Deficit, unit: Unit) -> dict[str, Any]:
    return {
        "year": deficit.year,
        "arisen": canonical_amount(deficit.arisen_ore, unit),
        "restored": canonical_amount(deficit.restored_ore, unit),
        "waived": canonical_amount(deficit.waived_ore, unit),
        "extended": canonical_amount(deficit.extended_ore, unit),
        "left": canonical_amount(deficit.left_ore, unit),
        "due_year": deficit.due_year,
        "overdue": deficit.overdue,
        "parts": [{"amount": canonical_amount(part.ore, unit), "due_year": part.due_year} for part in deficit.parts],
    }


def finding_as_data(finding: Finding, language: Language) -> dict[str, str]:
    """A finding as JSON has it, its texts in the language."""
    message, remedy = finding.in_language(language)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": message,
        "place": finding.place,
        "citation": finding.citation,
        "remedy": remedy,
    }
