"""Real funds over their years: Örebro, Ale, Norrköping. Amounts in MSEK; what no source tells is made up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from fund_books import in_msek, kf, ks, msek, new_book, refused
from models.ties import sums_that_differ

from sifund_ledger import YearFigures, from_ore, presets
from sifund_ledger.year_end.roads import RoadYear, compare_roads

OREBRO = presets.orebro_strict.choose(presentation="strict")
_RESULTS = {2013: 60, 2014: 80, 2015: 70, 2016: 120, 2017: 90, 2018: 60, 2019: 40, 2020: 90, 2021: 150, 2022: -20,
            2023: 30, 2024: 25, 2025: 40, 2026: 35}  # fmt: skip


def close_year(book, year):
    """Post and close a fiscal year on the council's approval in the next, before which it is tied."""
    assert sums_that_differ(book._state.register, book._state.balances) == []
    run = book.year_end(year, YearFigures(net_result=msek(_RESULTS[year])))
    run.post()
    run.close(kf(year + 1, 99))


def grant(book, project, amount, plan, *, year, start, end):
    book.grant(
        "social", project, msek(amount), board="Utbildning", financing="ur fonden", decision=ks(year), plan=plan,
        start=start, end=end, participants=[("Utbildning", "Elevhälsan"), ("Social", "Barn och unga")],
    )  # fmt: skip


def spend(book, project, *years, amount):
    for year in years:
        cost = msek(amount)
        book.use("social", cost, year=year, project=project, net_cost=cost, decision=kf(year + 1))


def fourteen_years():
    """Fourteen fiscal years from 2013, each closed before the year after the next begins; told in two parts."""
    book = new_book(equity=5000, opened=2012)
    book.create_fund("social", policy=OREBRO, decision=ks(2013))
    for task in ("grant", "reassign"):
        book.delegate("social", task, to="KS", decision=kf(2013))
    book.open_fund("social", msek(65), year=2013, decision=kf(2013))
    three_years = {"start": date(2014, 1, 1), "end": date(2016, 12, 31)}
    even = {"Utbildning": (msek(3), 2017, 2019), "Social": (msek(3), 2017, 2019)}
    close_year(book, 2013)
    grant(book, "Lyckas", 6, even, year=2014, **three_years)
    grant(book, "Delvis", 6, {"Skola": {2017: msek("2.4")}, "Social": {2017: msek("3.6")}}, year=2014, **three_years)
    grant(book, "Misslyckas", 6, even, year=2014, **three_years)
    grant(book, "Flyttas", 6, {"Social": (msek(6), 2017, 2018)}, year=2014, **three_years)
    for project in ("Lyckas", "Delvis", "Misslyckas", "Flyttas"):
        spend(book, project, 2014, 2015, 2016, amount=2)
    for year in (2014, 2015):
        close_year(book, year)
    book.record_result(2016, msek(_RESULTS[2016]))
    book.set_aside("social", msek(46), result_year=2016, decision=kf(2017))
    for project in ("Lyckas", "Delvis", "Misslyckas", "Flyttas"):
        book.close_project(project, year=2016, decision=kf(2017))
    yield book
    settle(book)
    yield book


@pytest.fixture(scope="module")
def told():
    return fourteen_years()


@pytest.fixture(scope="module")
def orebro(told):
    return next(told)


def test_orebro_from_65_to_87_on_the_way_to_130(orebro):
    years = orebro.target("social", {2013: msek(6500), 2016: msek(6500)})
    assert [in_msek(year.balance_ore) for year in years] == ["65.00", "87.00"]
    assert [in_msek(year.gap_ore) for year in years] == ["65.00", "43.00"]
    assert years[1].share == Fraction(87, 6500)
    assert in_msek(years[1].target_ore) == "130.00"


@pytest.fixture(scope="module")
def settled(told, orebro):
    return next(told)


def settle(book):
    """The repayments of 2017 to 2020, the reorganisation, and the closing of every year to 2026."""
    close_year(book, 2016)
    book.reorganise(
        "Social", successors={"Social väst": "1/3", "Social öst": "2/3"}, last_day=date(2017, 12, 31),
        reason="Två nämnder", decision=kf(2017),
    )  # fmt: skip
    west = {board: claim.open for board, claim in book.project("Flyttas").claims}
    assert {board: in_msek(ore) for board, ore in west.items()} == {
        "Social": "0.00", "Social väst": "2.00", "Social öst": "4.00",
    }  # fmt: skip
    late = refused(lambda: grant_to_ended(book), "BOARD_ENDED", book=book)
    assert "Social väst" in late[0]
    for year in (2017, 2018, 2019):
        for board in ("Utbildning", "Social väst", "Social öst"):
            book.repay("Lyckas", board, effect_year=year, frame_year=year, decision=kf(year))
            if year < 2019 and board != "Utbildning":
                book.repay("Flyttas", board, effect_year=year, frame_year=year, decision=kf(year))
        for board, measured in (("Skola", "0.2"), ("Social väst", "0.7"), ("Social öst", "1.3")):
            if year == 2018:
                book.measure("Delvis", board, msek(measured), effect_year=2018, decision=kf(2019))
        if year == 2019:
            for board in ("Utbildning", "Social väst", "Social öst"):
                book.measure("Misslyckas", board, 0, effect_year=2019, decision=kf(2019))
        book.record_result(year, msek(_RESULTS[year]))
        book.renew("social", result_year=year, decision=kf(year + 1))
        close_year(book, year)
    for project in ("Lyckas", "Delvis", "Misslyckas", "Flyttas"):
        book.settle(project, frame_year=2020, decision=kf(2020))
    book.record_result(2020, msek(_RESULTS[2020]))
    book.renew("social", result_year=2020, decision=kf(2021))
    for year in range(2020, 2027):
        close_year(book, year)


def grant_to_ended(book):
    plan = {"Social": {2019: msek(1)}}
    book.grant(
        "social", "Sent", msek(1), board="Social", financing="ur fonden", decision=kf(2018), plan=plan,
        end=date(2018, 12, 31),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("project", "repaid", "loss"),
    [
        ("Lyckas", "6.00", "0.00"),
        ("Delvis", "2.72", "3.28"),
        ("Misslyckas", "1.80", "4.20"),
        ("Flyttas", "6.00", "0.00"),
    ],
)
def test_orebro_what_each_project_repays(settled, project, repaid, loss):
    found = settled.settlement(project)
    assert (in_msek(found.repaid_ore), in_msek(found.loss_ore)) == (repaid, loss)
    assert found.standing == "settled"
    refused(lambda: settled.settle(project, frame_year=2027, decision=kf(2027)), "SETTLED_ALREADY", book=settled)


def test_orebro_case_C_by_board_across_the_reorganisation(settled):
    lines = {line.board: line for line in settled.settlement("Delvis").boards}
    assert {board: in_msek(line.repaid_ore) for board, line in lines.items()} == {
        "Skola": "0.72", "Social": "0.00", "Social väst": "0.70", "Social öst": "1.30",
    }  # fmt: skip
    assert sum(line.original_ore for line in lines.values()) == 600_000_000
    for line in lines.values():
        assert line.repaid_ore >= line.floor_ore


def test_orebro_the_fund_after_fourteen_years(settled):
    account = settled.fund("social").account()
    last = account.years[-1]
    assert in_msek(account.total.opening_ore + account.total.set_aside_ore) == "111.00"
    assert (in_msek(account.total.used_ore), in_msek(account.total.renewed_ore)) == ("24.00", "16.52")
    assert in_msek(last.closing_ore) == "103.52"
    assert settled.fund("social").entitled_ore == 0
    assert settled._state.journal.periods.closed_through == 2026
    assert sums_that_differ(settled._state.register, settled._state.balances) == []
    assert settled.overdue("social", year=2026).rows == ()


def test_orebro_frames_of_the_budget_after(settled):
    table = settled.frames("social", budget_year=2017)
    lowered = {row.cells[1]: in_msek(-row.cells[3]) for row in table.rows if row.cells[0] == 2018}
    assert lowered == {"Social väst": "1.33", "Social öst": "2.67", "Utbildning": "1.00"}


# Ale


def ale_double():
    policy = presets.ale_double_2017.choose(presentation="strict", window=(2017, 2021), annual_frame=None)
    policy = policy.choose("A", set_aside_share="0.05", year_end_carry_over=True)
    return policy.choose("B", repayment_floor_share=0, loss_bearer="fund")


def test_ale_the_reversal_fund_before_and_the_double_model_from_2017():
    book = new_book(results={2012: "25"}, opened=2011)
    chosen = {"repayment_floor_share": 0, "start_deadline_years": None, "end_limit_years_hard": None}
    first = presets.ale_2012.choose(loss_bearer="fund", presentation="strict", **chosen)
    book.create_fund("återföring", policy=first, decision=ks(2012))
    refused(
        lambda: book.set_aside("återföring", msek(10), source="afa_refund", result_year=2012, decision=ks(2012)),
        "DECISION_WITHOUT_AUTHORITY", book=book,
    )  # fmt: skip
    book.set_aside("återföring", msek(10), source="afa_refund", result_year=2012, decision=ks(2012), as_history=True)
    assert [finding.code for finding in book.warnings] == ["SET_ASIDE_BY_EXECUTIVE_BOARD"]
    assert "AFA-återbetalning (engångs)" in str(book.deposits("återföring"))
    plan = {"Social": {2016: msek(2)}}
    book.grant("återföring", "Tidigt", msek(2), board="Utbildning", financing="f", decision=kf(2013), plan=plan)
    book.use("återföring", msek(2), year=2013, project="Tidigt", net_cost=msek(2), decision=kf(2014))
    book.repay("Tidigt", "Social", effect_year=2016, frame_year=2016, decision=kf(2016))
    for year, result in ((2016, "10"), (2017, "20")):
        book.record_result(year, msek(result))
    book.renew("återföring", result_year=2016, decision=kf(2017))
    assert book.fund("återföring").balance == msek(10)
    book.create_fund("dubbel", policy=ale_double(), decision=kf(2017))
    book.set_aside_by_rule("dubbel", result_year=2017, subfund="A", decision=kf(2018))
    book.set_aside("dubbel", msek(5), source="accumulated_equity", subfund="B", decision=kf(2018))
    assert book.fund("dubbel").subfunds == (("A", 100_000_000, 0), ("B", 500_000_000, 0))
    refused(
        lambda: book.transfer("dubbel", msek(1), from_subfund="B", to_subfund="A", decision=ks(2018)),
        "DECISION_WITHOUT_AUTHORITY", book=book,
    )  # fmt: skip
    refused(
        lambda: book.transfer("dubbel", msek(5) + from_ore(1), from_subfund="B", to_subfund="A", decision=kf(2018)),
        "ABOVE_AVAILABLE", book=book,
    )  # fmt: skip
    with book.preview():
        book.transfer("dubbel", msek(5), from_subfund="B", to_subfund="A", decision=kf(2018))
        assert book.fund("dubbel").subfunds == (("A", 600_000_000, 0), ("B", 0, 0))
    book.transfer("dubbel", msek(1), from_subfund="B", to_subfund="A", decision=kf(2018))
    assert book.fund("dubbel").subfunds == (("A", 200_000_000, 0), ("B", 400_000_000, 0))
    assert sums_that_differ(book._state.register, book._state.balances) == []


def test_ale_changes_its_policy_and_projects_keep_theirs():
    book = new_book(opened=2011)
    book.create_fund("social", policy=presets.reversal_textbook, decision=kf(2012))
    book.open_fund("social", msek(10), year=2012, decision=kf(2012))
    strict = presets.reversal_textbook.choose(loss_bearer="benefiting_units")
    book.change_policy("social", policy=strict, valid_from=date(2014, 1, 1), decision=kf(2013))
    for project, year in (("Före", 2013), ("Efter", 2014)):
        plan = {"Social": {2016: msek(2)}}
        book.grant("social", project, msek(2), board="Utb", financing="f", decision=kf(year), plan=plan)
        book.use("social", msek(2), year=year, project=project, net_cost=msek(2), decision=kf(year + 1))
        book.close_project(project, year=year, decision=kf(year + 1))
        book.measure(project, "Social", 0, effect_year=2016, decision=kf(2017))
        book.settle(project, frame_year=2017, decision=kf(2017))
    assert [book.project(name).policy_version for name in ("Före", "Efter")] == [1, 2]
    assert [book.project(name).repaid for name in ("Före", "Efter")] == [msek(0), msek(2)]


# Norrköping


@pytest.mark.parametrize("how", ["one policy", "a new version"])
def test_norrkoping_repayments_stop_for_what_starts_after_2021(how):
    book = new_book(opened=2019)
    first = presets.norrkoping_2021 if how == "one policy" else presets.norrkoping_2010
    book.create_fund("social", policy=first, decision=kf(2020))
    book.open_fund("social", msek(40), year=2020, decision=kf(2020))
    if how == "a new version":
        later = presets.norrkoping_2021
        book.change_policy("social", policy=later, valid_from=date(2022, 1, 1), decision=kf(2021))
    plan = {"Social": {2023: msek(5)}}
    common = {"board": "Utbildning", "financing": "ur fonden"}
    book.grant("social", "Från 2020", msek(5), decision=kf(2020), plan=plan, **common)
    refused(lambda: book.grant("social", "P", msek(5), decision=kf(2020), **common), "PLAN_MISSING", book=book)
    refused(
        lambda: book.grant("social", "P", msek(5), decision=kf(2022), plan=plan, **common), "PLAN_IN_BUDGET_MODEL",
        book=book,
    )  # fmt: skip
    book.grant("social", "Från 2022", msek(5), decision=kf(2022), **common)
    book.measure("Från 2020", "Social", msek(2), effect_year=2023, decision=kf(2024))
    assert book.repay("Från 2020", "Social", effect_year=2023, frame_year=2024, decision=kf(2024)).repaid == msek(2)
    refused(
        lambda: book.repay("Från 2022", "Social", msek(1), effect_year=2023, frame_year=2024, decision=kf(2024)),
        "REPAYMENT_IN_BUDGET_MODEL", book=book,
    )  # fmt: skip


# The two roads


def test_the_result_reserve_needs_no_grounds():
    years = [
        RoadYear(2024, 3_000, 3_000, 400, 0, 100_000),
        RoadYear(2025, -150, -150, 0, 150, 100_000),
        RoadYear(2033, 500, 500, 0, 0, 100_000, remaining_rur_ore=70),
        RoadYear(2034, 500, 500, 0, 0, 100_000, remaining_rur_ore=70),
    ]
    first, second, rur, after = compare_roads("social", years).years
    assert (first.ceiling_ore, first.allocated_ore, first.reserve_result_ore) == (2_000, 400, 2_600)
    assert (second.earmark_result_ore, second.grounds_needed_ore) == (-150, 150)
    assert (second.reserve_used_ore, second.reserve_result_ore, second.reserve_ore) == (150, 0, 250)
    assert (rur.rur_left_ore, after.rur_left_ore) == (70, 0)
    assert compare_roads("social", [RoadYear(2023, 3_000, 3_000, 400, 0, 100_000)]).years[0].allocated_ore == 0


def test_a_fund_met_by_the_result_reserve():
    book = new_book(results={2024: "30"}, opened=2023)
    book.create_fund("social", policy=presets.result_reserve_2024, decision=kf(2024))
    book.set_aside("social", msek(10), result_year=2024, decision=kf(2025))
    book.grant("social", "Navigator", msek(2), board="BUN", financing="RER", decision=kf(2025))
    use = {"year": 2025, "project": "Navigator", "net_cost": msek("1.5"), "decision": kf(2026)}
    refused(lambda: book.use("social", msek("1.5"), **use), "RESERVE_REASON_MISSING", book=book)
    book.use("social", msek("1.5"), reason="Tidiga insatser", **use)
    assert book.fund("social").subfunds == (("", 800_000_000, 50_000_000),)
    assert book.equity_note(2025).result_reserve_ore == 850_000_000
    assert (book.fund("social").available, book.fund("social").committed) == (msek(8), msek("0.5"))
    assert book.equity_note(2025).earmarks == ()
    run = book.year_end(2025, YearFigures(net_result=msek("-1.5"), reserve_decision=kf(2026)))
    year = run.statement.year(2025)
    assert (year.balance_requirement_result, year.to_restore) == (msek(0), msek(0))
    assert year.figures.reserve_purpose == "Tidiga insatser"
    run.post()
    assert book.equity_note(2025).result_reserve_ore == 850_000_000
    assert "RER" in str(book.roads("social", first_year=2024, last_year=2025))
