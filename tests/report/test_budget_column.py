"""The budget stands beside the outcome, drawn on what was left at the close of the year before."""

from __future__ import annotations

import pytest
from books import municipal, orebro
from opened import assert_opens
from test_rounding import assert_rounded

from sifund_ledger import Book, Refused, YearFigures, sek
from sifund_ledger.report import Labels, year_report


def budget(year: int, net: int, **more) -> YearFigures:
    return YearFigures(year=year, kind="budget", net_result=sek(net), **more)


def column(report, code: str) -> dict[str, int | None]:
    table = next(table for table in report.tables if table.code == "statement")
    at = [each.code for each in table.columns].index(code)
    return {row.code: row.cells[at] for row in table.rows if len(row.cells) > 1}


def heads(report) -> list[str]:
    return [each.code for each in next(table for table in report.tables if table.code == "statement").columns]


@pytest.mark.parametrize(("form", "years"), [("annual", 1), ("working", 4)])
def test_the_budget_is_the_last_column(form, years):
    given = budget(2022, 15 * 10**6, realised_gains=sek("2000499.50"))
    report = year_report(orebro(), 2022, form=form, budget=given)
    assert heads(report) == ["label", "2022", *(str(2022 - back) for back in range(1, years + 1)), "2022_budget"]
    found = column(report, "2022_budget")
    assert found["balance_requirement_result"] == 1_299_950_050
    without = column(year_report(orebro(), 2022, form=form), "2022")
    assert {code: ore for code, ore in column(report, "2022").items() if code in without} == without
    if form == "working":
        assert_opens(report)
    assert_rounded(year_report(orebro(), 2022, form=form, budget=given, unit="tkr"))


def test_what_the_budget_is_to_restore_is_what_was_left_then():
    """The deficit of 2022 is there for the budget of 2023, and not for that of 2022; a later restoring is not."""
    of_year = column(year_report(orebro(), 2022, budget=budget(2022, 10**6)), "2022_budget")
    assert of_year["foreseen_to_restore"] == 0
    after = column(year_report(orebro(), 2023, budget=budget(2023, 10**6)), "2023_budget")
    assert after["deficits_brought_forward"] == -2_000_000_000
    assert after["foreseen_restored"] == 100_000_000
    assert after["foreseen_to_restore"] == 1_900_000_000


def test_a_year_end_that_is_not_recorded_has_its_budget_too():
    book = municipal()
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision="KF 2014-04-28 § 32")
    report = year_report(book, 2013, run=run, form="working", budget=budget(2013, 500_000))
    assert column(report, "2013_budget")["net_result"] == 50_000_000
    assert_opens(report)


def test_rows_in_an_order_of_ones_own_have_the_budget():
    labels = Labels({"statement": {}}, {"statement": ("net_result", "balance_requirement_result")})
    report = year_report(orebro(), 2022, labels=labels, budget=budget(2022, 15 * 10**6))
    assert column(report, "2022_budget")["net_result"] == 1_500_000_000


@pytest.mark.parametrize(
    "given",
    [YearFigures(year=2022, net_result=0), budget(2021, 0), YearFigures(year=2022, kind="forecast", net_result=0)],
)
def test_what_is_no_budget_of_the_year_is_refused(given):
    book: Book = orebro()
    with pytest.raises(Refused) as caught:
        year_report(book, 2022, budget=given)
    assert [found.code for found in caught.value.findings] == ["BUDGET_EXPECTED"]
