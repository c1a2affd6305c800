"""Horizons of every report of several years: the budget year with its plan, and the mandate period (S21, S22). MSEK."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lived_books import over_two_mandates
from programme_books import rows
from two_roads import Printed

from sifund_ledger.cli.program import run
from sifund_ledger.law.horizons import MANDATES, Horizon, budget_and_plan
from sifund_ledger.programme.tables.in_periods import in_periods
from sifund_ledger.report import fund_report, project_report
from sifund_ledger.report.document import Figures
from sifund_ledger.table import Column, ColumnKind, Row, Table

HORIZONS = [MANDATES, budget_and_plan(2019), budget_and_plan(2016)]


@given(
    st.lists(st.tuples(st.integers(1998, 2040), st.sampled_from("AB"), st.integers(-9, 9)), max_size=12),
    st.sampled_from(HORIZONS),
)
def test_what_is_put_together_is_what_there_was(lines: list[tuple[int, str, int]], horizon: Horizon):
    """Every amount is in one period, the one of its year, and each sum says which cells it is made of."""
    heads = (Column("year", "År", ColumnKind.YEAR), Column("board", "", ColumnKind.TEXT), Column("repaid", ""))
    table = Table("", heads, tuple(Row(line) for line in sorted(lines)), code="repayments")
    made, of = in_periods(table, horizon)
    for number, row in enumerate(made.rows):
        cells = [table.rows[at] for at, _ in of[number, 2]]
        assert {str(horizon.period(each.cells[0]).name.sv) for each in cells} == {row.cells[0]}
        assert {each.cells[1] for each in cells} == {row.cells[1]}
        assert sum(each.cells[2] for each in cells) == row.cells[2]
    amounts = sorted(place for (_, at), places in of.items() for place in places if at == 2)
    assert amounts == [(number, 2) for number in range(len(lines))]


@pytest.mark.parametrize("horizon", HORIZONS)
def test_the_account_rolls_forward_over_periods(horizon: Horizon):
    """What a period closes with the next one opens with, and movements are those of its years."""
    table = in_periods(over_two_mandates().fund("social").account().table(), horizon).table
    by_row = {row.code: row.cells[1:] for row in table.rows}
    *closing, _ = by_row["closing"]
    *opening, _ = by_row["opening"]
    assert opening[1:] == closing[:-1]
    *used, total = by_row["used"]
    assert sum(used) == total == -600_000_000


def test_each_report_by_mandate_period_and_by_plan(tmp_path, capsys):
    """2015–2018: 6.0 used, 3.0 of 3.0 repaid; 2019–2022: 1.0 of 3.0, and 2.0 to come with the plan of 2020."""
    path, printed = tmp_path / "bok.sifund", Printed(capsys)
    over_two_mandates(path).close()
    fund = ("show", str(path), "fund", "social")
    project = printed.tables("show", str(path), "project", "Navigator", "--table", "years", "--by", "mandate")
    assert [(row["year"], row["used"], row["original"], row["measured"], row["repaid"]) for row in
            project["project_years"]] == [
        ("2015–2018", "6000000", "3000000", "4000000", "3000000"), ("2019–2022", "0", "3000000", None, "1000000"),
    ]  # fmt: skip
    repaid = printed.tables(*fund, "--table", "repayments", "--by", "mandate")["repayments"]
    assert [(row["year"], row["original"], row["repaid"]) for row in repaid] == [
        ("2015–2018", "3000000", "3000000"), ("2019–2022", "3000000", "1000000"),
    ]  # fmt: skip
    planned = printed.tables(*fund, "--table", "repayments", "--by", "plan", "--year", "2019")["repayments"]
    assert [row["year"] for row in planned] == ["to 2018", "budget 2019", "plan 2020–2021"]
    account = printed.tables(*fund, "--by", "mandate")["fund_account"]
    assert {row["row"]: row["2015–2018"] for row in account}["closing"] == "7000000"
    refill = printed.page(path, "refill", "--day", "2018-12-31", "--by", "plan")
    assert [(row["year"], row["expected"]) for row in refill] == [("plan 2020–2021", "2000000")]
    (mandate,) = printed.page(path, "refill", "--day", "2018-12-31", "--by", "mandate")
    assert (mandate["year"], mandate["expected"]) == ("2019–2022", "2000000")
    (estimate,) = printed.page(path, "estimates", "--by", "mandate")
    assert (estimate["year"], estimate["last"], estimate["outcome"]) == ("2015–2018", "5000000", "6000000")
    frames = printed.tables("frames", str(path), "2019", "--by", "plan")["frames"]
    assert [(row["year"], row["repaid"], row["expected"]) for row in frames] == [
        ("budget 2019", "-1000000", "0"), ("plan 2020–2021", "0", "-2000000"),
    ]  # fmt: skip


def test_models_are_compared_by_either(tmp_path, capsys):
    path = tmp_path / "bok.sifund"
    over_two_mandates(path).close()
    asked = ("compare", str(path), "--with", "budget_textbook", "--to", "2020")
    by_plan = ["budget 2017", "plan 2018–2019", "from 2020"]
    for by, periods in (("mandate", ["2015–2018", "2019–2022"]), ("plan", by_plan)):
        tables = Printed(capsys).tables(*asked, "--by", by)
        assert [row["period"] for row in tables["compared_periods"]] == periods


def test_what_has_no_years_and_a_plan_without_its_budget_are_refused(tmp_path, capsys):
    path, printed = tmp_path / "bok.sifund", Printed(capsys)
    over_two_mandates(path).close()
    for asked, said in (
        (("show", str(path), "fund", "social", "--table", "carry-overs", "--by", "mandate"), "--table"),
        (("programme", "show", str(path), "roles", "--by", "mandate"), "PAGE"),
        (("show", str(path), "fund", "social", "--by", "plan"), "--year"),
        (("fund", "report", str(path), "social", "--by", "plan"), "--year"),
    ):
        assert run([*asked]) == 3
        assert said in printed.errors()


@pytest.mark.parametrize("horizon", HORIZONS)
def test_a_report_by_a_horizon_rests_on_the_same_records(horizon: Horizon):
    book = over_two_mandates()
    for made in (lambda by: fund_report(book, "social", by=by), lambda by: project_report(book, "Navigator", by=by)):
        told = made(horizon)
        assert records_behind(made(Horizon())) <= records_behind(told)
        assert str(horizon.head.sv) in told.text()


def records_behind(report: object) -> set[int]:
    parts = [part for section in report.sections for part in section.parts if isinstance(part, Figures)]
    return {seq for part in parts for origin in part.origins.values() for seq in origin.all_records()}


def test_on_the_command_line_a_report_is_written_by_mandate_period(tmp_path, capsys):
    path, out = tmp_path / "bok.sifund", tmp_path / "fond.md"
    over_two_mandates(path).close()
    assert run(["fund", "report", str(path), "social", "--by", "mandate", "-o", str(out)]) == 0
    assert "2015–2018" in out.read_text(encoding="utf-8")
    assert run(["project", "report", str(path), "Navigator", "--by", "plan", "--year", "2019"]) == 0
    assert "plan 2020–2021" in capsys.readouterr().out


def test_rows_as_data():
    """The year of the table is a text, and its rows have codes of their own."""
    table = in_periods(over_two_mandates().repayments("social", language="en"), MANDATES).table
    assert [row["row"] for row in rows(table)] == ["2015–2018 Social", "2019–2022 Social"]
