"""Ruling R42: only a year's outcome makes a deficit; what other figures show is foreseen, and stands beside it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from drawing import codes, drawn, ground, mkr, opening, year

from sifund_ledger import Refused
from sifund_ledger.balance import Comparison
from sifund_ledger.exchange import parse_figures, statement_to_csv, statement_to_json

AUGUST = {"kind": "interim", "as_of": date(2025, 8, 31)}


def test_R42_a_loss_by_august_is_no_deficit_with_a_deadline_and_a_plan():
    statement = drawn(year(2025, -8200, **AUGUST), unit="tkr")
    assert statement.year(2025).deficits == ()
    assert codes(statement.findings) == {"PRELIMINARY"}
    text = statement.text()
    assert "−8 200 000" in text
    for word in ("Att återställa", "Årets balanskravsresultat", "Underskott efter", "Kvar av", "åtgärdsplan", "2028"):
        assert word not in text
    assert "balanskravet mäts på helårsprognosen" in text
    (told,) = json.loads(statement_to_json(statement))["years"]
    assert (told["balance_requirement_result"], told["result_after_adjustments"]) == (None, None)


@pytest.mark.parametrize("kind", ["forecast", "budget"])
def test_R42_what_is_foreseen_is_called_so_and_makes_no_deficit(kind: str):
    statement = drawn(year(2025, -8, kind=kind), year(2026, 20, kind="budget"))
    foreseen = statement.year(2025)
    assert (foreseen.foreseen, foreseen.to_restore, foreseen.deficits) == (mkr(8), mkr(8), ())
    assert "DEFICIT_ARISEN" not in codes(statement.findings)
    assert foreseen.line("foreseen_to_restore").amount == mkr(8)
    assert "Förutsett kvar att återställa" in statement.text()
    assert "Underskott efter ursprungsår" not in statement.text()
    assert statement.year(2026).brought_forward == statement.year(2026).restored == mkr(0)
    assert str(statement.explain("to_restore", 2025)).startswith("Förutsett kvar att återställa 2025: 8 mkr")


def test_R42_an_outcome_calls_nothing_foreseen():
    statement = drawn(year(2025, -8))
    assert (statement.year(2025).foreseen, statement.year(2025).to_restore) == (mkr(0), mkr(8))
    assert "örutsett" not in statement.text()
    with pytest.raises(Refused, match="LINE_UNKNOWN"):
        statement.year(2025).line("foreseen_to_restore")


def test_R42_deficits_of_outcomes_stand_in_a_budget_with_their_planned_restoration():
    statement = drawn(year(2024, -10), year(2025, 4, kind="forecast"), year(2026, 5, kind="budget"))
    forecast, budget = statement.year(2025), statement.year(2026)
    assert [(deficit.year, deficit.left, deficit.due_year) for deficit in forecast.deficits] == [(2024, mkr(6), 2027)]
    assert [(deficit.year, deficit.left, deficit.due_year) for deficit in budget.deficits] == [(2024, mkr(1), 2027)]
    assert budget.line("foreseen_restored").amount == mkr(5)
    assert "Underskott efter ursprungsår, vid utgången av 2026 budget" in statement.text()
    assert statement.deficit_roll(2026).title.endswith("2026 budget")
    assert [row.cells[1] for row in statement.deficit_roll(2026).rows if row.code in ("opening", "closing")] == [
        mkr(-6).amount * 100, mkr(-1).amount * 100,
    ]  # fmt: skip


def test_R42_what_was_foreseen_does_not_change_what_an_outcome_restores():
    foreseen = [year(2025, 9, kind="budget"), year(2025, 7, kind="forecast")]
    alone = drawn(year(2024, -10), year(2025, 2), year(2026, 3)).only(2026)
    beside = drawn(year(2024, -10), *foreseen, year(2025, 2), year(2026, 3)).only(2026)
    assert beside.years == alone.years


def test_R42_the_four_kinds_of_a_year_stand_in_one_file():
    kinds = ("outcome", "forecast", "budget")
    text = "unit = 'mkr'\nopening_deficits = []\n" + "".join(
        f"[[year]]\nyear = 2025\nkind = '{kind}'\nnet_result = '-{amount}'\n" for amount, kind in enumerate(kinds, 1)
    )
    text += "[[year]]\nyear = 2025\nkind = 'interim'\nas_of = 2025-08-31\nnet_result = '4'\n"
    statement = parse_figures(text).statement()
    assert statement.table().heads == ("", "2025", "2025 prognos", "2025 budget", "2025 delår")
    assert [statement.year(2025, kind).to_restore for kind in kinds] == [mkr(1), mkr(2), mkr(3)]
    assert statement.year(2025).kind == "outcome"
    assert statement.year(2025, "interim").figures.ore("net_result") == 400_000_000
    assert [deficit.arisen for deficit in statement.year(2025).deficits] == [mkr(1)]
    assert statement.only(2025).years == statement.years
    rows = statement_to_csv(statement).splitlines()
    assert {row.split(",")[1] for row in rows[1:]} == {"2025", "2025_forecast", "2025_budget", "2025_interim"}
    with pytest.raises(Refused, match="YEAR_TWICE"):
        parse_figures(text + "[[year]]\nyear = 2025\nkind = 'budget'\nnet_result = '5'\n")
    with pytest.raises(Refused, match="YEAR_TWICE"):
        drawn(year(2025, 1, kind="budget"), year(2025, 2, kind="budget"))


def test_R42_a_comparison_has_one_deficit_at_most():
    statement = drawn(
        year(2024, -3), year(2025, -8, kind="forecast"), year(2025, 20, **AUGUST), year(2025, 5, kind="budget"),
    )  # fmt: skip
    report = Comparison(
        main=statement.year(2025, "forecast"), interim=statement.year(2025, "interim"),
        budget=statement.year(2025, "budget"), unit="mkr",
    )  # fmt: skip
    arisen = {deficit.year for column in report.columns for deficit in column.deficits}
    assert arisen == {2024}
    table = report.table()
    cells = {row.code: row.cells[1:] for row in table.rows}
    assert cells["balance_requirement_result"][0] is None
    assert cells["remaining_result"][0] is None


def test_R42_grounds_of_a_budget_meet_its_own_shortfall():
    statement = drawn(year(2025, -8, kind="budget", exceptional_grounds=[ground(8, 2025, "KF 2024-11-25 § 9")]))
    assert (statement.year(2025).waived, statement.year(2025).to_restore) == (mkr(8), mkr(0))
    assert statement.year(2025).budget.balanced


def test_R42_an_earlier_deficit_is_still_told_as_overdue_in_a_forecast():
    statement = drawn(year(2025, 1, kind="forecast"), opening_deficits=[opening(2019, 5)])
    assert "DEFICIT_OVERDUE" in codes(statement.findings)
