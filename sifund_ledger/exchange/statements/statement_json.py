"""A statement, and findings, as JSON: the shape that other systems rely on.

Amounts are canonical decimal text in the statement's unit: no exponent, no ``-0``, no trailing zeros.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sifund_ledger.amounts import DECIMAL_MARK, Language, Unit, canonical_amount
from sifund_ledger.balance.deficits.deficits import Deficit
from sifund_ledger.balance.reserves.reserves import ReserveAccount
from sifund_ledger.balance.statement.budget import BudgetTest
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.findings import Finding
from sifund_ledger.law.regimes import VERSION
from sifund_ledger.table import word_of


def statement_to_json(statement: BalanceRequirementStatement, *, language: Language = "sv") -> str:
    """A balanskravsutredning as JSON text; labels and messages in Swedish (``sv``) or English (``en``).

    ``lines`` have the sign they have in the sum; what is not computed is ``null``. ``restated`` has the years that
    later ones in a book have corrected, where there are any.

    >>> from sifund_ledger.balance.figures.year_figures import YearFigures
    >>> from sifund_ledger.balance.statement.statement import balance_requirement
    >>> statement = balance_requirement([YearFigures(year=2015, net_result=-5)], opening_deficits=[])
    >>> import json
    >>> json.loads(statement_to_json(statement))["years"][0]["to_restore"]
    '5'
    """
    word_of(language, DECIMAL_MARK, "language")
    tree: dict[str, Any] = {
        "entity": statement.entity,
        "unit": statement.unit,
        "law": {"version": VERSION},
        "years": [_year(year, statement.unit, language) for year in statement.years],
    }
    if statement.restated:
        tree["restated"] = [_year(year, statement.unit, language) for year in statement.restated]
    return json_text(tree)


def findings_to_json(findings: Iterable[Finding], *, language: Language = "sv") -> str:
    """Findings (iakttagelser) as JSON text: ``{"findings": [...]}``, messages in Swedish or English.

    >>> from sifund_ledger.decisions import DECISION_UNREADABLE
    >>> text = findings_to_json([DECISION_UNREADABLE.at("decision", text="KF")], language="en")
    >>> import json
    >>> json.loads(text)["findings"][0]["message"]
    '“KF” cannot be read as a decision.'
    """
    word_of(language, DECIMAL_MARK, "language")
    return json_text({"findings": [finding_as_data(each, language) for each in findings]})


_RESULTS: Final = (
    "result_after_adjustments",
    "balance_requirement_result",
    "balance_requirement_result_after_equalisation_reserve",
    "presented_result_after_adjustments",
    "presented_result",
)


def _year(year: YearStatement, unit: Unit, language: Language) -> dict[str, Any]:
    def amounts(of: object, *names: str) -> dict[str, str | None]:
        """The amounts of a value by name, each from its attribute in öre; what is not computed is null."""
        pairs = ((name, getattr(of, f"{name}_ore")) for name in names)
        return {name: None if ore is None else canonical_amount(ore, unit) for name, ore in pairs}

    def deficit(each: Deficit) -> dict[str, Any]:
        parts = [{"amount": canonical_amount(part.ore, unit), "due_year": part.due_year} for part in each.parts]
        shown = amounts(each, "original", "restored", "waived", "extended", "left")
        shown = {"arisen": shown.pop("original"), **shown}
        return {"year": each.year, **shown, "due_year": each.due_year, "overdue": each.overdue, "parts": parts}

    def reserve(each: ReserveAccount) -> dict[str, Any]:
        return {"reserve": each.reserve.value, **amounts(each, "opening", "allocated", "used", "dissolved", "closing")}

    def budget(test: BudgetTest) -> dict[str, Any]:
        return {**amounts(test, "result", "reserves", "grounds", "shortfall"), "balanced": test.balanced}

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
        **(amounts(year, *_RESULTS) if year.is_measured else dict.fromkeys(_RESULTS)),
        "decisive_result": year.decisive_result,
        "deficits": [deficit(each) for each in year.deficits],
        **amounts(year, "to_restore", "remaining_result"),
        "ceilings": amounts(year.ceilings, "reserve_flow", "reserve_stock", "reserve_proposed"),
        "findings": [finding_as_data(each, language) for each in year.findings],
        "reserves": [reserve(each) for each in year.reserves],
        "budget": None if year.budget is None else budget(year.budget),
        **amounts(year, "foreseen"),
        **amounts(year.ceilings, "reserve_largest"),
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
