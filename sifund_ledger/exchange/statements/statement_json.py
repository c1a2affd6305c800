"""A statement, and findings, as JSON: the shape that other systems rely on.

Amounts are canonical decimal text in the statement's unit: no exponent, no ``-0``, no trailing zeros.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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
from sifund_ledger.wording import Calls, in_python

if TYPE_CHECKING:
    from sifund_ledger.exchange.wire.statement import (
        BudgetShape,
        DeficitShape,
        FindingShape,
        FindingsShape,
        ReserveShape,
        StatementShape,
        YearShape,
    )


def statement_to_json(
    statement: BalanceRequirementStatement, *, language: Language = "sv", calls: Calls = in_python
) -> str:
    """A balanskravsutredning as JSON text; labels and messages in Swedish (``sv``) or English (``en``).

    ``lines`` have the sign they have in the sum; what is not computed is ``null``. ``restated`` has the years that
    later ones in a book have corrected, where there are any. ``calls`` says how a command that a finding names is
    called where the reader stands.

    >>> from sifund_ledger.balance.figures.year_figures import YearFigures
    >>> from sifund_ledger.balance.statement.statement import balance_requirement
    >>> statement = balance_requirement([YearFigures(year=2015, net_result=-5)], opening_deficits=[])
    >>> import json
    >>> json.loads(statement_to_json(statement))["years"][0]["to_restore"]
    '5'
    """
    word_of(language, DECIMAL_MARK, "language")
    return json_text(statement_as_data(statement, language, calls))


def statement_as_data(
    statement: BalanceRequirementStatement, language: Language, calls: Calls = in_python
) -> StatementShape:
    """The same as a tree."""
    tree: StatementShape = {
        "entity": statement.entity,
        "unit": statement.unit,
        "law": {"version": VERSION},
        "years": [_year(year, statement.unit, language, calls) for year in statement.years],
    }
    if statement.restated:
        tree["restated"] = [_year(year, statement.unit, language, calls) for year in statement.restated]
    return tree


def findings_to_json(findings: Iterable[Finding], *, language: Language = "sv", calls: Calls = in_python) -> str:
    """Findings (iakttagelser) as JSON text: ``{"findings": [...]}``, messages in Swedish or English; ``calls`` as in
    :func:`statement_to_json`.

    >>> from sifund_ledger.decisions import DECISION_UNREADABLE
    >>> text = findings_to_json([DECISION_UNREADABLE.at("decision", text="KF")], language="en")
    >>> import json
    >>> json.loads(text)["findings"][0]["message"]
    '“KF” cannot be read as a decision.'
    """
    word_of(language, DECIMAL_MARK, "language")
    tree: FindingsShape = {"findings": [finding_as_data(each, language, calls) for each in findings]}
    return json_text(tree)


def _year(year: YearStatement, unit: Unit, language: Language, calls: Calls) -> YearShape:
    def amount(ore: int) -> str:
        return canonical_amount(ore, unit)

    def known(ore: int | None) -> str | None:
        return None if ore is None else amount(ore)

    def measured(ore: int | None) -> str | None:
        return known(ore) if year.is_measured else None

    after_equalisation = year.balance_requirement_result_after_equalisation_reserve_ore
    return {
        "year": year.year,
        "kind": year.kind.value,
        "regime": year.regime,
        "presentation": year.presentation.value,
        "lines": [
            {
                "code": line.code,
                "label": line.label_in(language),
                "amount": amount(line.ore),
                "citation": line.citation,
            }
            for line in year.lines
        ],
        "result_after_adjustments": measured(year.result_after_adjustments_ore),
        "balance_requirement_result": measured(year.balance_requirement_result_ore),
        "balance_requirement_result_after_equalisation_reserve": measured(after_equalisation),
        "presented_result_after_adjustments": measured(year.presented_result_after_adjustments_ore),
        "presented_result": measured(year.presented_result_ore),
        "decisive_result": year.decisive_result,
        "deficits": [_deficit(each, unit) for each in year.deficits],
        "to_restore": amount(year.to_restore_ore),
        "remaining_result": amount(year.remaining_result_ore),
        "ceilings": {
            "reserve_flow": known(year.ceilings.reserve_flow_ore),
            "reserve_stock": known(year.ceilings.reserve_stock_ore),
            "reserve_proposed": known(year.ceilings.reserve_proposed_ore),
        },
        "findings": [finding_as_data(each, language, calls) for each in year.findings],
        "reserves": [_reserve(each, unit) for each in year.reserves],
        "budget": None if year.budget is None else _budget(year.budget, unit),
        "foreseen": amount(year.foreseen_ore),
        "reserve_largest": known(year.ceilings.reserve_largest_ore),
    }


def _deficit(deficit: Deficit, unit: Unit) -> DeficitShape:
    return {
        "year": deficit.year,
        "arisen": None if deficit.original_ore is None else canonical_amount(deficit.original_ore, unit),
        "restored": canonical_amount(deficit.restored_ore, unit),
        "waived": canonical_amount(deficit.waived_ore, unit),
        "extended": canonical_amount(deficit.extended_ore, unit),
        "left": canonical_amount(deficit.left_ore, unit),
        "due_year": deficit.due_year,
        "overdue": deficit.overdue,
        "parts": [{"amount": canonical_amount(part.ore, unit), "due_year": part.due_year} for part in deficit.parts],
    }


def _reserve(account: ReserveAccount, unit: Unit) -> ReserveShape:
    def known(ore: int | None) -> str | None:
        return None if ore is None else canonical_amount(ore, unit)

    return {
        "reserve": account.reserve.value,
        "opening": known(account.opening_ore),
        "allocated": known(account.allocated_ore),
        "used": known(account.used_ore),
        "dissolved": known(account.dissolved_ore),
        "closing": known(account.closing_ore),
    }


def _budget(test: BudgetTest, unit: Unit) -> BudgetShape:
    return {
        "result": canonical_amount(test.result_ore, unit),
        "reserves": canonical_amount(test.reserves_ore, unit),
        "grounds": canonical_amount(test.grounds_ore, unit),
        "shortfall": canonical_amount(test.shortfall_ore, unit),
        "balanced": test.balanced,
    }


def finding_as_data(finding: Finding, language: Language, calls: Calls = in_python) -> FindingShape:
    """A finding as JSON has it, its texts in the language and commands as the reader ``calls`` them."""
    message, remedy = finding.in_language(language, calls)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": message,
        "place": finding.place,
        "citation": finding.citation,
        "remedy": remedy,
    }
