"""The worked examples D1–D11, D14, D18 and D19 by name: the numbers of the sources, as ruled. Amounts in MSEK."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from fund_books import KF, claims, fund_with, in_msek, kf, msek, new_book, refused

from sifund_ledger import Decision, YearFigures, balance_requirement, presets
from sifund_ledger.funds.repayment.deviation import deviation_report
from sifund_ledger.funds.tables.reports import runway
from sifund_ledger.ledger.accounts import NET_ASSETS, earmark

FROM_PLAN = presets.reversal_textbook.choose(clawback_mode="automatic_plan")
OREBRO = presets.orebro_strict.choose(presentation="strict")


def pots(book, fund="social"):
    snapshot = book.fund(fund)
    return in_msek(snapshot.available_ore), in_msek(snapshot.committed_ore)


def grant(book, amount, *, project="Navigator", fund="social", board="Utbildning", decision=KF, **more):
    return book.grant(fund, project, msek(amount), board=board, financing="ur fonden", decision=decision, **more)


def use(book, amount, year, *, project="Navigator", fund="social"):
    return book.use(fund, msek(amount), year=year, project=project, net_cost=msek(amount), decision=kf(year + 1))


def two_boards(book, **more):
    """Education gets 2, and what it does saves one for social services and one for the schools."""
    plan = {"Social": {2014: msek(1)}, "Skola": {2015: msek(1)}}
    return grant(book, 2, plan=plan, **more)


# D1


def test_D1_the_thesis_example_step_by_step():
    book = fund_with(FROM_PLAN, "10")
    equity = book._state.balances.balance(earmark(NET_ASSETS))
    assert pots(book) == ("10.00", "0.00")
    two_boards(book)
    assert pots(book) == ("8.00", "2.00")
    assert claims(book, "Navigator") == {"Social": 100_000_000, "Skola": 100_000_000}
    use(book, 2, 2013)
    assert pots(book) == ("8.00", "0.00")
    for board, year, left in (("Social", 2014, {"Social": 0, "Skola": 100_000_000}), ("Skola", 2015, None)):
        book.repay("Navigator", board, effect_year=year, frame_year=year, decision=kf(year))
        assert claims(book, "Navigator") == (left or {"Social": 0, "Skola": 0})
        book.record_result(year, msek(3))
        book.renew("social", result_year=year, decision=kf(year + 1))
    assert pots(book) == ("10.00", "0.00")
    assert book.project("Navigator").loss == msek(0)
    changes = book._state.balances.movement(earmark(NET_ASSETS), "equity_opened")
    results = book._state.balances.movement(earmark(NET_ASSETS), "result_recorded")
    assert changes == equity
    assert book._state.balances.balance(earmark(NET_ASSETS)) == equity + results


def test_D1_the_account_shows_each_step_and_sums():
    book = fund_with(FROM_PLAN, "10")
    two_boards(book)
    use(book, 2, 2013)
    book.repay("Navigator", "Social", effect_year=2014, frame_year=2014, decision=kf(2014))
    book.record_result(2014, msek(3))
    book.renew("social", result_year=2014, decision=kf(2015))
    years = {year.first_year: year for year in book.fund("social").account().years}
    assert [in_msek(years[2013].opening_ore), in_msek(years[2013].used_ore)] == ["10.00", "2.00"]
    assert [in_msek(years[2014].renewed_ore), in_msek(years[2014].closing_ore)] == ["1.00", "9.00"]


# D2


@pytest.mark.parametrize(
    ("bearer", "after", "paid"),
    [
        ("fund", "8.00", {"Social": 0, "Skola": 0}),
        ("implementing_unit", "10.00", {"Utbildning": 2, "Social": 0, "Skola": 0}),
        ("benefiting_units", "10.00", {"Social": 1, "Skola": 1}),
    ],
)
def test_D2_who_bears_the_loss(bearer, after, paid):
    book = fund_with(presets.reversal_textbook.choose(loss_bearer=bearer), "10")
    two_boards(book)
    use(book, 2, 2013)
    book.close_project("Navigator", year=2013, decision=kf(2014))
    for board in ("Social", "Skola"):
        book.measure("Navigator", board, 0, effect_year=2015, decision=kf(2016))
    settled = book.settle("Navigator", frame_year=2016, decision=kf(2016))
    assert {board: claim.repaid // 100_000_000 for board, claim in settled.claims} == paid
    book.record_result(2016, msek(5))
    if bearer != "fund":
        book.renew("social", result_year=2016, decision=kf(2017))
    assert pots(book) == (after, "0.00")
    assert sum(claims(book, "Navigator").values()) == 0
    kinds = [record.event.kind for record in book.records()]
    assert ("shortfall_borne" in kinds) is (bearer == "fund")


# D3

_CASES = [
    ("A full", "2.4", "3.6", "2.40", "3.60", "6.00", "0.00"),
    ("B part", "1.5", "2.0", "1.50", "2.00", "3.50", "2.50"),
    ("C one fails", "0.2", "2.0", "0.72", "2.00", "2.72", "3.28"),
    ("D none", "0", "0", "0.72", "1.08", "1.80", "4.20"),
    ("E over", "3.0", "5.0", "2.40", "3.60", "6.00", "0.00"),
]


def orebro_project(policy=OREBRO, **more):
    book = fund_with(policy, "10", year=2014)
    plan = {"Skola": {2017: msek("2.4")}, "Social": {2017: msek("3.6")}}
    dates = {"start": date(2014, 9, 1), "end": date(2017, 8, 31)}
    grant(book, 6, decision=kf(2014), plan=plan, frames={2014: msek(6)}, **dates, **more)
    use(book, 6, 2014)
    book.close_project("Navigator", year=2017, decision=kf(2018))
    return book


def settled_after(book, school, social):
    for board, effect in (("Skola", school), ("Social", social)):
        book.measure("Navigator", board, msek(effect), effect_year=2018, decision=kf(2019))
    return book.settle("Navigator", frame_year=2020, decision=kf(2019))


@pytest.mark.parametrize(("case", "school", "social", "a", "b", "total", "loss"), _CASES, ids=[c[0] for c in _CASES])
def test_D3_the_floor_binds_each_board(case, school, social, a, b, total, loss):
    project = settled_after(orebro_project(), school, social)
    assert [in_msek(project.claim(board).repaid) for board in ("Skola", "Social")] == [a, b]
    assert project.repaid == msek(total)
    assert project.loss == msek(loss)
    assert project.to_repay == msek(0)


def test_D3_a_pooled_floor_gives_less():
    project = settled_after(orebro_project(OREBRO.choose(floor_scope="pooled")), "0.2", "2.0")
    assert project.repaid == msek("2.20")


def test_D3_a_plan_revised_downwards_leaves_the_floor():
    book = orebro_project()
    book.revise_plan("Navigator", {"Social": {2018: msek("0.5")}}, reason="Svagare effekt", decision=kf(2018))
    project = settled_after(book, "0", "0")
    assert [in_msek(project.claim(board).repaid) for board in ("Skola", "Social")] == ["0.72", "1.08"]


def test_D3_a_plan_below_the_grant_is_refused():
    book = fund_with(OREBRO, "10", year=2014)
    plan = {"Skola": {2017: msek("2.4")}, "Social": {2017: msek("3.5")}}
    dates = {"start": date(2014, 9, 1), "end": date(2017, 8, 31)}
    told = refused(lambda: grant(book, 6, decision=kf(2014), plan=plan, **dates), "PLAN_BELOW_GRANT", book=book)
    assert "5 900 000" in told[0]
    assert "6 000 000" in told[0]


# D4


@pytest.mark.parametrize(
    ("start", "end", "first", "last", "code"),
    [
        ("2014-09-01", "2017-08-31", 2017, 2025, ""),
        ("2014-09-01", "2017-08-31", 2018, 2025, "PLAN_STARTS_LATE"),
        ("2014-09-01", "2017-08-31", 2017, 2026, "warning"),
        ("2014-09-01", "2017-08-31", 2017, 2027, "warning"),
        ("2014-09-01", "2017-08-31", 2017, 2028, "PLAN_ENDS_LATE"),
        ("2014-01-01", "2017-12-31", 2017, 2020, ""),
        ("2016-02-29", "2018-12-31", 2019, 2020, ""),
        ("2016-02-29", "2018-12-31", 2020, 2020, "PLAN_STARTS_LATE"),
    ],
)
def test_D4_when_repayment_begins_and_ends(start, end, first, last, code):
    book = fund_with(OREBRO, "10", year=2014)

    def make():
        dates = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
        return grant(book, 6, decision=kf(2014), plan={"Social": (msek(6), first, last)}, **dates)

    if code.startswith("PLAN"):
        refused(make, code, book=book)
        return
    make()
    assert [finding.code for finding in book.warnings] == (["PLAN_ENDS_LATE_SOFT"] if code else [])


def test_D4_a_four_year_project_repays_while_it_runs():
    book = fund_with(OREBRO, "10", year=2014)
    dates = {"start": date(2014, 1, 1), "end": date(2017, 12, 31)}
    grant(book, 4, decision=kf(2014), plan={"Social": (msek(4), 2017, 2020)}, **dates)
    assert book.repay("Navigator", "Social", effect_year=2016, frame_year=2017, decision=kf(2017)).repaid == msek(1)


# D5


def test_D5_the_target_of_two_per_cent():
    book = fund_with(OREBRO, "65", year=2014)
    book.record_result(2016, msek(300))
    book.set_aside("social", msek(22), result_year=2016, decision=kf(2017))
    before, after = book.target("social", {2014: msek(6500), 2016: msek(6500)})
    assert (in_msek(after.target_ore), in_msek(after.gap_ore)) == ("130.00", "43.00")
    assert before.share == Fraction(1, 100)
    assert after.share == Fraction(87, 6500)
    assert book.proposed_set_aside_ore("social", result_year=2016, budget=msek(6500)) == 43 * 100_000_000
    book.set_aside_by_rule("social", result_year=2016, budget=msek(6500), decision=kf(2017))
    assert book.fund("social").balance == msek(130)


# D6


def test_D6_tomelilla():
    book = new_book(equity=400, results={2011: "18", 2012: "4"})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    refused(
        lambda: book.set_aside("social", msek(20), result_year=2011, decision=KF), "SET_ASIDE_ABOVE_SURPLUS", book=book
    )
    book.set_aside("social", msek(10), result_year=2011, decision=KF)
    assert book.equity_note(2011).closing_ore == 418 * 100_000_000
    grant(book, "2.5")
    use(book, "2.5", 2013)
    assert book.fund("social").balance == msek("7.5")
    figures = YearFigures(net_result=msek("-1.5"))
    without = book.year_end(2013, figures).statement.year(2013)
    assert without.to_restore == msek("1.5")
    assert without.deficit(2013).due_year == 2016
    run = book.year_end(2013, figures, grounds_decision=Decision.parse("KF 2014-04-28 § 32"))
    year = run.statement.year(2013)
    assert year.balance_requirement_result == msek("-1.5")
    assert (year.waived, year.to_restore) == (msek("1.5"), msek(0))
    assert year.presented_result == msek("1")
    assert "PRESENTED_DIFFERS" in {finding.code for finding in run.findings}
    run.post()
    assert book.equity_note(2013).closing_ore - book.equity_note(2012).closing_ore == -150_000_000
    refused(lambda: book.set_aside("social", msek(1), result_year=2013, decision=kf(2014)), "SURPLUS_MISSING")


# D7


def ale(**chosen):
    policy = presets.ale_double_2017.choose(presentation="strict", window=(2017, 2021), annual_frame=None)
    policy = policy.choose("A", set_aside_share="0.10", year_end_carry_over=chosen.pop("carry", True))
    return policy.choose("B", repayment_floor_share=0, loss_bearer="fund")


def test_D7_ales_double_model():
    book = new_book(results={2017: "20"}, opened=2016)
    book.create_fund("social", policy=ale(), decision=kf(2017))
    book.open_fund("social", msek(5), year=2017, subfund="B", decision=kf(2017))
    book.set_aside_by_rule("social", result_year=2017, subfund="A", decision=kf(2018))
    assert book.fund("social").subfunds == (("A", 200_000_000, 0), ("B", 500_000_000, 0))
    plan = {"Social": {2020: msek(2)}}
    common = {"decision": kf(2018), "start": date(2018, 1, 1)}
    refused(
        lambda: grant(book, "1.2", project="Samverkan", subfund="A", plan=plan, **common), "PLAN_IN_BUDGET_MODEL",
        book=book,
    )  # fmt: skip
    refused(lambda: grant(book, 2, project="Tidigt", subfund="B", **common), "PLAN_MISSING", book=book)
    grant(book, "1.2", project="Samverkan", subfund="A", **common)
    grant(book, 2, project="Tidigt", subfund="B", plan=plan, **common)
    use(book, "1.2", 2018, project="Samverkan")
    use(book, 2, 2018, project="Tidigt")
    assert book.fund("social").subfunds == (("A", 80_000_000, 0), ("B", 300_000_000, 0))
    assert book.fund("social").balance == msek("3.8")
    refused(
        lambda: grant(book, "3.5", project="Stort", subfund="B", plan={"Social": {2020: msek("3.5")}}, **common),
        "ABOVE_AVAILABLE", book=book,
    )  # fmt: skip
    book.repay("Tidigt", "Social", effect_year=2020, frame_year=2020, decision=kf(2020))
    book.record_result(2020, msek(10))
    book.renew("social", result_year=2020, subfund="B", decision=kf(2021))
    assert book.fund("social").subfunds == (("A", 80_000_000, 0), ("B", 500_000_000, 0))
    assert [name for name, _ in book.fund("social").account().subfunds] == ["A", "B"]


def test_D7_what_the_sources_do_not_say_of_ale_is_asked_for():
    book = new_book(opened=2016)
    told = refused(
        lambda: book.create_fund("social", policy=presets.ale_double_2017, decision=kf(2017)), "POLICY_UNDECIDED"
    )
    assert len(told) == 7
    assert any("a percentage of the result, but not which" in message for message in told)


# D8

_D8 = [
    ("automatic_plan", "1.0", "99.00", "100.20", "-1.20", "1.00", "0.00", "0.00"),
    ("automatic_plan", "0.4", "99.00", "100.80", "-1.80", "1.00", "0.00", "0.60"),
    ("automatic_measured", "0.4", "99.60", "100.80", "-1.20", "0.40", "0.00", "0.00"),
    ("after_rebase", "1.0", "100.20", "100.20", "0.00", "1.00", "1.00", "0.00"),
]


@pytest.mark.parametrize(("mode", "saving", "frame", "cost", "deviation", "repaid", "backed", "harm"), _D8)
def test_D8_taking_back_a_saving(mode, saving, frame, cost, deviation, repaid, backed, harm):
    ore = int(Fraction(saving) * 100_000_000)
    report = deviation_report(
        frame_ore=100 * 100_000_000, cost_before_ore=10_120_000_000, saving_ore=ore, plan_ore=100_000_000, mode=mode
    )
    case = report.with_clawback
    assert in_msek(report.without_project.deviation_ore) == "-1.20"
    assert in_msek(report.with_project.deviation_ore) == in_msek(ore - 120_000_000)
    shown = (case.frame_ore, case.cost_ore, case.deviation_ore, case.repaid_ore, case.backed_ore, report.harm_ore)
    assert tuple(map(in_msek, shown)) == (frame, cost, deviation, repaid, backed, harm)


# D9


def test_D9_the_budget_model():
    book = fund_with(presets.budget_textbook.choose(window=(2013, 2016)), "10")
    for year, amount in ((2013, "4"), (2014, "3.5"), (2015, "2")):
        grant(book, amount, project=f"Projekt {year}", decision=kf(year))
    assert pots(book) == ("0.50", "9.50")
    refused(lambda: grant(book, 1, project="Sent", decision=kf(2016)), "ABOVE_AVAILABLE", book=book)
    late = Decision.parse("KF 2017-01-01 § 1")
    refused(lambda: grant(book, "0.5", project="Sent", decision=late), "WINDOW_CLOSED", book=book)
    plan = {"Social": {2016: msek(1)}}
    refused(lambda: grant(book, "0.5", project="P", decision=kf(2016), plan=plan), "PLAN_IN_BUDGET_MODEL", book=book)
    refused(
        lambda: book.repay("Projekt 2013", "Social", msek(1), effect_year=2014, frame_year=2015, decision=kf(2015)),
        "REPAYMENT_IN_BUDGET_MODEL", book=book,
    )  # fmt: skip
    assert runway(book._state.register, "social", year=2017).state == "expired"
    book.dissolve("social", reason="Löptiden är slut", decision=late)
    assert pots(book) == ("0.00", "9.50")
    assert in_msek(book.fund("social").account().total.dissolved_ore) == "0.50"


def test_D9_sundsvalls_frame_for_one_year_is_outside_equity():
    book = new_book(opened=2014)
    book.create_fund("social", policy=presets.sundsvall_2016, decision=kf(2015))
    decision = Decision.parse("KF 2015-06-22 § 243")
    book.set_aside("social", msek(6), source="operating_frame", year=2016, decision=decision)
    grant(book, 6, board="KS", decision=kf(2016))
    refused(lambda: grant(book, "0.1", project="P", decision=kf(2016)), "ANNUAL_FRAME_EXCEEDED", book=book)
    assert book.fund("social").balance == msek(0)
    assert {account.book for account in book._state.balances.as_dict()} == {"EARMARK", "FRAME"}
    assert book.equity_note(2016).earmarks == ()


# D10


def test_D10_upplands_bro_has_money_and_nothing_to_grant():
    book = new_book(results={2013: "30", 2016: "30", 2017: "40", 2018: "100"}, opened=2012)
    book.create_fund("social", policy=presets.upplands_bro, decision=kf(2013))
    for year, amount in ((2013, "10"), (2016, "10"), (2017, "12"), (2018, "15")):
        book.set_aside("social", msek(amount), result_year=year, decision=kf(year + 1))
    grant(book, 47, project="Alla projekt", decision=kf(2019))
    book.use("social", msek("28.3"), year=2020, project="Alla projekt", net_cost=msek("28.3"), decision=kf(2021))
    account = book.fund("social").account().total
    assert (in_msek(account.set_aside_ore), in_msek(account.used_ore)) == ("47.00", "28.30")
    assert pots(book) == ("0.00", "18.70")
    told = refused(lambda: grant(book, "0.1", project="Nytt", decision=kf(2020)), "ABOVE_AVAILABLE", book=book)
    assert "only 0 kr is set aside and free" in told[0]
    assert runway(book._state.register, "social", year=2020).state == "exhausted"


# D11


def test_D11_malmo_and_upplands_bro():
    malmo = balance_requirement(
        [
            YearFigures(year=2013, net_result=msek(154), realised_gains=msek(33)),
            YearFigures(year=2014, net_result=msek(-149), realised_gains=msek(56), reserve_used=msek(12)),
            YearFigures(year=2015, net_result=msek(563), realised_gains=msek(23), reserve_allocated=msek(185)),
        ],
        entity="Malmö", opening_deficits=[],
    )  # fmt: skip
    results = [malmo.year(year).balance_requirement_result for year in (2013, 2014, 2015)]
    assert results == [msek(121), msek(-193), msek(355)]
    assert malmo.year(2014).to_restore == msek(193)
    assert (malmo.year(2015).to_restore, malmo.year(2015).remaining_result) == (msek(0), msek(162))
    tkr = 1000
    bro = balance_requirement(
        [
            YearFigures(year=2019, net_result=52_966 * tkr, realised_gains=4_644 * tkr, reserve_allocated=33_397 * tkr,
                        reserve_before=73_690 * tkr),
            YearFigures(year=2020, net_result=-11_708 * tkr, reserve_used=11_708 * tkr),
        ],
        entity="Upplands-Bro", opening_deficits=[],
    )  # fmt: skip
    assert [bro.year(year).balance_requirement_result.amount for year in (2019, 2020)] == [14_925 * tkr, 0]
    assert [bro.year(year).reserves[0].closing_ore for year in (2019, 2020)] == [107_087 * 100_000, 95_379 * 100_000]


# D14


@pytest.mark.parametrize(
    ("rule", "owes", "waived"),
    [
        ("claim_stays", {"Stadsområde öster": 3}, 0),
        ("claim_follows_budget", {"Stadsområde öster": 0, "KS": 3}, 0),
        ("waive", {"Stadsområde öster": 0}, 3),
    ],
)
def test_D14_malmos_reorganisation(rule, owes, waived):
    book = fund_with(presets.reversal_textbook.choose(reorganisation_rule=rule), "10")
    district = "Stadsområde öster"
    grant(book, 3, board=district, project="Hela familjen", plan={district: {2016: msek(3)}})
    use(book, 3, 2013, project="Hela familjen")
    book.close_project("Hela familjen", year=2015, decision=kf(2016))
    decision = Decision.parse("KF 2016-11-30 § 12, dnr STK-2016-893")
    book.measure("Hela familjen", "KS", msek("3.6"), effect_year=2015, decision=decision)
    book.reorganise(
        district, successors={"KS": 1}, last_day=date(2016, 12, 31), reason="budget responsibility moved",
        decision=decision,
    )  # fmt: skip
    assert {board: ore // 100_000_000 for board, ore in claims(book, "Hela familjen").items()} == owes
    settlement = book.settlement("Hela familjen")
    assert sum(line.waived_ore for line in settlement.boards) == waived * 100_000_000
    assert settlement.not_repaid
    assert "Projektet lyckades, men besparingen återfördes inte." in str(settlement)
    if rule == "claim_follows_budget":
        book.repay("Hela familjen", "KS", effect_year=2016, frame_year=2017, decision=kf(2017))
        assert book.project("Hela familjen").repaid == msek(3)
        assert not book.settlement("Hela familjen").not_repaid
    if rule == "waive":
        (record,) = [record for record in book.records() if record.event.kind == "waived"]
        assert (record.decision.case_number, record.event.reason) == ("STK-2016-893", "budget responsibility moved")


# D18


def test_D18_norrkoping_cannot_invest_45_of_40():
    book = fund_with(presets.norrkoping_2010, "40", year=2012)
    for number in range(8):
        plan = {"Social": {2016: msek(5)}}
        grant(book, 5, project=f"Insats {number}", decision=kf(2012), plan=plan)
    told = refused(
        lambda: grant(book, 5, project="Insats 8", decision=kf(2012), plan={"Social": {2016: msek(5)}}),
        "ABOVE_AVAILABLE", book=book,
    )  # fmt: skip
    assert "only 0 kr" in told[0]
    use(book, 5, 2012, project="Insats 0")
    book.measure("Insats 0", "Social", msek(5), effect_year=2015, decision=kf(2016))
    book.repay("Insats 0", "Social", effect_year=2015, frame_year=2016, decision=kf(2016))
    book.record_result(2016, msek(20))
    book.renew("social", result_year=2016, decision=kf(2017))
    grant(book, 5, project="Insats 8", decision=kf(2017), plan={"Social": {2019: msek(5)}})


# D19


def test_D19_an_unused_grant_is_carried_over_and_then_released():
    book = fund_with(presets.budget_textbook.choose(window=(2013, 2016)), "10")
    frames = {2013: msek(1), 2014: msek(1), 2015: msek(1)}
    grant(book, 3, frames=frames)
    use(book, "0.8", 2013)
    book.carry_over("Navigator", msek("0.2"), year=2013, decision=kf(2014))
    assert pots(book) == ("7.00", "2.20")
    use(book, "0.9", 2014)
    use(book, "0.7", 2015)
    project = book.close_project("Navigator", year=2015, decision=kf(2016))
    assert (in_msek(project.used_ore), in_msek(project.released_ore)) == ("2.40", "0.60")
    assert project.used_ore + project.released_ore == project.granted_ore
    assert pots(book) == ("7.60", "0.00")
    assert "Överfört" in str(book.carry_overs("social"))


def test_D19_the_plan_shrinks_only_by_a_decision():
    book = fund_with(FROM_PLAN, "10")
    grant(book, 3, plan={"Social": {2016: msek(3)}})
    use(book, "2.4", 2013)
    project = book.close_project("Navigator", year=2014, decision=kf(2015))
    assert project.claim("Social").planned == 300_000_000
    project = book.revise_plan("Navigator", {"Social": {2016: msek("2.4")}}, reason="Lägre kostnad", decision=kf(2015))
    assert (project.claim("Social").planned, project.claim("Social").original) == (240_000_000, 300_000_000)
