"""Ruling R10: kinds side by side; an interim report measures the balance requirement on the forecast."""

from __future__ import annotations

from datetime import date

from drawing import codes, drawn, mkr, year

from sifund_ledger.balance import Comparison, compare

PERIOD = {"kind": "interim", "as_of": date(2025, 8, 31)}


def one(number, net_result, **figures):
    return drawn(year(number, net_result, **figures)).year(number)


def test_R10_an_interim_report_has_the_columns_of_the_act():
    report = Comparison(
        main=one(2025, -8, kind="forecast"),
        interim=one(2025, 20, **PERIOD),
        same_period=one(2024, 31, kind="interim", as_of=date(2024, 8, 31)),
        budget=one(2025, 5, kind="budget"),
        unit="mkr",
    )
    assert report.table().heads == ("", "2025 delår", "2024 delår", "2025 prognos", "2025 budget")
    # January to August is disclosure: the deficit is that of the full year.
    assert report.main.to_restore == mkr(8)
    assert codes(report.findings) == {"PRELIMINARY"}  # and only an outcome makes a deficit (R42)
    assert "2025 forecast" in report.table("en").text()


def test_R10_what_is_missing_is_told_with_its_paragraph():
    report = Comparison(main=one(2025, 20, **PERIOD))
    missing = [finding for finding in report.findings if finding.code == "COMPARATIVE_MISSING"]
    assert [finding.place for finding in missing] == ["2025.budget", "2025.same_period", "2025.forecast"]
    assert {finding.citation for finding in missing} == {"LKBR (2018:597) 13:3"}
    assert all(finding.message != finding.message_sv for finding in missing)


def test_R10_an_annual_report_has_last_year_and_the_budget():
    report = Comparison(main=one(2025, 20), last_year=one(2024, 18), budget=one(2025, 5, kind="budget"), unit="mkr")
    assert report.table().heads == ("", "2025", "2024", "2025 budget")
    assert codes(report.findings) == {"PRELIMINARY"}
    alone = Comparison(main=one(2025, 20))
    assert [finding.place for finding in alone.findings] == ["2025.budget", "2025.last_year"]
    assert str(report).startswith("Balanskravsutredning (mkr)")


def test_the_period_of_an_interim_report_ends_from_june_to_august():
    for day, told in ((date(2025, 6, 30), False), (date(2025, 4, 30), True), (date(2025, 9, 30), True)):
        report = Comparison(main=one(2025, -8, kind="forecast"), interim=one(2025, 1, kind="interim", as_of=day))
        assert ("INTERIM_PERIOD" in codes(report.findings)) is told
    early = Comparison(main=one(2012, 1, kind="interim", as_of=date(2012, 4, 30)))
    assert {finding.citation for finding in early.findings if finding.code == "INTERIM_PERIOD"} == {
        "KRL (1997:614) 9:1"
    }
    assert {finding.citation for finding in early.findings if finding.code == "COMPARATIVE_MISSING"} == {""}


def test_a_plan_is_printed_beside_its_budget_and_outcome():
    outcome = drawn(year(2024, 10))
    plan = drawn(*(year(number, 5, kind="budget") for number in (2025, 2026, 2027)))
    assert compare((*outcome.years, *plan.years)).heads == ("", "2024", "2025 budget", "2026 budget", "2027 budget")
