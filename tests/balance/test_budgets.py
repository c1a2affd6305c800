"""Budgets by fiscal year: what balances them, the plan, and the ruling's numbers (MSEK)."""

from __future__ import annotations

import pytest
from drawing import codes, drawn, ground, mkr, year

from sifund_ledger.balance import check_plan
from sifund_ledger.findings import Severity


def budgeted(number, net_result, **figures):
    return drawn(year(number, net_result, kind="budget", **figures)).year(number)


def test_R7_lund_2023_reaches_zero_by_its_reserve():
    lund = budgeted(2023, -23, reserve_used=23, reserve_before=100)
    assert lund.budget.balanced
    assert lund.budget.shortfall_ore == 0
    assert "BUDGET_NOT_BALANCED" not in codes(lund.findings)


def test_R7_S24_the_project_costs_are_in_the_result_already():
    assert budgeted(2015, 2, earmark_used=mkr("2.5")).budget.balanced


@pytest.mark.parametrize(
    ("number", "net_result", "figures", "balanced"),
    [
        (2004, 1, {}, True),
        (2004, 0, {}, False),
        (2004, -1, {"exceptional_grounds": [ground(1, 2004)]}, False),
        (2005, -1, {"exceptional_grounds": [ground(1, 2005)]}, True),
        (2013, -2, {"reserve_used": 1, "exceptional_grounds": [ground(1, 2013)]}, True),
        (2013, -2, {"reserve_used": 1}, False),
        (2026, -5, {"reserve_used": 2, "equalisation_reserve_used": 3}, True),
        (2034, -5, {"reserve_used": 5}, True),
        (2026, 0, {}, False),
    ],
)
def test_each_years_law_has_its_exceptions(number, net_result, figures, balanced):
    statement = budgeted(number, net_result, **figures)
    assert statement.budget.balanced is balanced
    found = [finding for finding in statement.findings if finding.code == "BUDGET_NOT_BALANCED"]
    assert [finding.severity for finding in found] == ([] if balanced else [Severity.WARNING])


def test_income_and_cost_are_what_is_budgeted():
    statement = budgeted(2026, 3, budget_income=100, budget_cost=97)
    assert statement.budget.result_ore == mkr(3).get_amount_in_sub_unit()
    assert {finding.code for finding in statement.findings} == {"PRELIMINARY"}
    assert "BUDGET_RESULT_DIFFERS" in codes(budgeted(2026, 4, budget_income=100, budget_cost=97).findings)
    assert "BUDGET_SIDE_MISSING" in codes(budgeted(2026, 4, budget_cost=97).findings)


def test_only_a_budget_is_tested_as_one():
    assert drawn(year(2026, 0)).year(2026).budget is None
    assert drawn(year(2026, 0, kind="forecast")).year(2026).budget is None


def test_BUD_5_a_plan_covers_three_years_from_the_budget_year():
    plan = [year(number, 1, kind="budget") for number in (2026, 2027, 2028)]
    assert check_plan(plan, 2026) == []
    (finding,) = check_plan(plan[:1], 2026)
    assert (finding.code, finding.citation) == ("PLAN_TOO_SHORT", "KL (2017:725) 11:6")
    assert "2027, 2028" in finding.message_sv
