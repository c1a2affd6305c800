"""A statement, and findings, as JSON: the shape that other systems rely on.

Amounts are canonical decimal text in the statement's unit: no exponent, no ``-0``, no trailing zeros.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sifund_ledger.amounts import Language, Unit, canonical_amount
from sifund_ledger.balance.deficits.deficits import Deficit
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


def _amounts(owner: object, unit: Unit, keys: str) -> dict[str, str | None]:
    """Amounts that the owner has in öre, as canonical text; ``null`` where one is not known."""
    ores = {key: getattr(owner, f"{key}_ore") for key in keys.split()}
    return {key: None if ore is None else canonical_amount(ore, unit) for key, ore in ores.items()}


def _year(year: YearStatement, unit: Unit, language: Language) -> dict[str, Any]:
    return {
        "year": year.year,
        "kind": year.kind.value,
        "regime": year.regime,
        "presentation": year.presentation.value,
        "lines": [
            {
                "code": line.code,
                "label": line.label_in(language),
                "amount": canonical_amount(line.ore, unit),
                "citation": line.citation,
            }
            for line in year.lines
        ],
        **_amounts(year, unit, "result_after_adjustments balance_requirement_result"),
        **_amounts(year, unit, "balance_requirement_result_after_equalisation_reserve"),
        **_amounts(year, unit, "presented_result_after_adjustments presented_result"),
        "decisive_result": year.decisive_result,
        "deficits": [_deficit(deficit, unit) for deficit in year.deficits],
        **_amounts(year, unit, "to_restore remaining_result"),
        "ceilings": _amounts(year.ceilings, unit, "reserve_flow reserve_stock reserve_proposed"),
        "findings": [finding_as_data(each, language) for each in year.findings],
        "reserves": [
            {"reserve": each.reserve.value, **_amounts(each, unit, "opening allocated used dissolved closing")}
            for each in year.reserves
        ],
        "budget": year.budget
        and {**_amounts(year.budget, unit, "result reserves grounds shortfall"), "balanced": year.budget.balanced},
    }


def _deficit(deficit: Deficit, unit: Unit) -> dict[str, Any]:
    return {
        "year": deficit.year,
        **_amounts(deficit, unit, "arisen restored waived extended left"),
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
