"""What funds refuse: bad input, orders that cannot be, bodies without authority; everything as before."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from fund_books import KF, KS, claims, fund_with, kf, ks, msek, new_book, refused
from models.ties import sums_that_differ

from sifund_ledger import NotFound, Policy, Refused, presets
from sifund_ledger.funds.policy import presets as all_presets
from sifund_ledger.funds.policy.policy import policy_from_values, policy_to_values
from sifund_ledger.law.horizons import MANDATES
from sifund_ledger.programme.tables.in_periods import in_periods

BY_PLAN = presets.reversal_textbook.choose(clawback_mode="automatic_plan")
PLAN = {"Social": {2015: msek(1), 2016: msek(1)}}


def granted(policy=BY_PLAN, *, plan=PLAN, **more):
    book = fund_with(policy, "10")
    decision = {"decision": KF, **more}
    book.grant("social", "Navigator", msek(2), board="Utb", financing="ur fonden", plan=plan, **decision)
    return book


def ended(**chosen):
    book = granted(BY_PLAN.choose(repayment_basis="plan", **chosen))
    book.use("social", msek(2), year=2013, project="Navigator", net_cost=msek(2), decision=kf(2014))
    book.close_project("Navigator", year=2013, decision=kf(2014))
    return book


# Presets and policies

UNDECIDED = [policy for policy in vars(all_presets).values() if isinstance(policy, Policy) and policy.undecided]


@pytest.mark.parametrize("policy", UNDECIDED, ids=lambda policy: policy.name)
def test_a_fund_is_made_of_a_preset_only_when_all_is_chosen(policy):
    book = new_book()
    told = refused(lambda: book.create_fund("social", policy=policy, decision=KF), "POLICY_UNDECIDED", book=book)
    for undecided in policy.undecided:
        assert any(undecided.parameter in message and undecided.en in message for message in told)
        assert all(policy.source in message for message in told)


@pytest.mark.parametrize(
    "policy", [p for p in vars(all_presets).values() if isinstance(p, Policy)], ids=lambda p: p.name
)
def test_each_preset_cites_its_source_and_survives_its_event(policy):
    assert len(policy.source) > 20
    assert policy_from_values(policy_to_values(policy)) == policy


def test_choosing_what_there_is_none_of():
    with pytest.raises(TypeError, match="lotteri"):
        presets.orebro_strict.choose(lotteri=1)
    with pytest.raises(NotFound, match="'C' is unknown"):
        presets.ale_double_2017.choose("C", loss_bearer="fund")
    with pytest.raises(ValueError, match=r"0\.3"):
        Policy(name="p", source="s", repayment_floor_share=0.3)


# Orders


def test_a_use_before_the_grant_and_a_use_of_nothing():
    book = fund_with(BY_PLAN, "10")
    use = {"year": 2013, "project": "Navigator", "net_cost": msek(1), "decision": KF}
    refused(lambda: book.use("social", msek(1), **use), "PROJECT_UNKNOWN", book=book)
    book = granted(decision=kf(2014), plan={"Social": {2016: msek(2)}})
    refused(lambda: book.use("social", msek(1), **use), "USE_BEFORE_GRANT", book=book)


def test_a_second_settlement_and_one_too_early():
    book = granted()
    settle = {"frame_year": 2017, "decision": kf(2017)}
    refused(lambda: book.settle("Navigator", **settle), "SETTLED_WHILE_RUNNING", "EFFECT_NOT_MEASURED", book=book)
    book = ended()
    book.settle("Navigator", **settle)
    refused(lambda: book.settle("Navigator", **settle), "SETTLED_ALREADY", book=book)
    repay = {"effect_year": 2016, "frame_year": 2017, "decision": kf(2017)}
    refused(lambda: book.repay("Navigator", "Social", msek(1), **repay), "PROJECT_SETTLED", book=book)
    refused(lambda: book.waive("Navigator", "Social", reason="x", decision=kf(2017)), "PROJECT_SETTLED", book=book)


def test_a_settled_project_is_reopened_by_decision_step_by_step():
    book = ended(loss_bearer="fund")
    book.settle("Navigator", frame_year=2017, decision=kf(2017))
    repaid = next(record.seq for record in book.records() if record.event.kind == "repaid")
    refused(lambda: book.correct(repaid, reason="Fel", decision=kf(2017)), "PROJECT_SETTLED", book=book)
    refused(
        lambda: book.reopen_project("Navigator", reason="Fel", decision=ks(2017)),
        "DECISION_WITHOUT_AUTHORITY", book=book,
    )  # fmt: skip
    assert book.reopen_project("Navigator", reason="Fel", decision=kf(2017)).standing == "closed"
    book.correct(repaid, reason="Fel", decision=kf(2017))
    assert claims(book, "Navigator") == {"Social": 200_000_000}
    assert book.settle("Navigator", frame_year=2018, decision=kf(2018)).repaid == msek(2)
    assert sums_that_differ(book._state.register, book._state.balances) == []


def test_dates_out_of_order():
    book = fund_with(BY_PLAN, "10")
    common = {"board": "Utb", "financing": "f", "plan": PLAN, "decision": KF}
    days = {"start": date(2014, 1, 1), "end": date(2013, 12, 31)}
    refused(lambda: book.grant("social", "P", msek(2), **common, **days), "PROJECT_ENDS_EARLY", book=book)
    late = {"start": date(2017, 1, 1)}
    refused(lambda: book.grant("social", "P", msek(2), **common, **late), "PLAN_BEFORE_START", book=book)
    book = granted()
    for effect, frame in ((2016, 2015), (2012, 2015)):
        refused(
            lambda e=effect, f=frame: book.repay("Navigator", "Social", effect_year=e, frame_year=f, decision=KF),
            "REPAYMENT_YEARS_BACKWARDS", book=book,
        )  # fmt: skip


def test_the_three_years_of_a_repayment():
    book = granted()
    book.repay("Navigator", "Social", effect_year=2015, frame_year=2017, decision=kf(2016))
    book.record_result(2016, msek(5))
    refused(lambda: book.renew("social", result_year=2016, decision=kf(2017)), "RENEWAL_ABOVE_ENTITLEMENT", book=book)
    book.record_result(2017, msek("-5"))
    refused(lambda: book.renew("social", result_year=2017, decision=kf(2018)), "RENEWAL_WITHOUT_ROOM", book=book)
    assert [row.cells[-1] for row in book.entitlements("social").rows] == [200_000_000]
    book.record_result(2018, msek("6.5"))  # 5 of it restores 2017 (R53)
    book.renew("social", result_year=2018, decision=kf(2019))
    assert [row.cells[-1] for row in book.entitlements("social").rows] == [200_000_000, 50_000_000]


# Authority


@pytest.mark.parametrize(
    "command",
    [
        lambda book: book.set_aside("social", msek(1), source="accumulated_equity", decision=KS),
        lambda book: book.renew("social", msek(1), result_year=2013, decision=KS),
        lambda book: book.dissolve("social", msek(1), reason="x", decision=KS),
        lambda book: book.change_purpose("social", "Unga", decision=KS),
        lambda book: book.transfer("social", msek(1), from_subfund="", to_subfund="", decision=KS),
        lambda book: book.amend_grant("Navigator", msek(-1), reason="x", decision=KS),
        lambda book: book.waive("Navigator", "Social", reason="x", decision=KS),
        lambda book: book.reassign("Navigator", "Social", "KS", reason="x", decision=KS),
        lambda book: book.revise_plan("Navigator", {"Social": {}}, reason="x", decision=KS),
        lambda book: book.register_board("KS", valid_from=date(2014, 1, 1), decision=KS),
        lambda book: book.open_fund("social", msek(1), year=2014, decision=KS),
        lambda book: book.state_intention("social", {2014: msek(1)}, decision=KS),
    ],
)
def test_what_the_executive_board_may_not_decide(command):
    book = granted()
    refused(lambda: command(book), "DECISION_WITHOUT_AUTHORITY", book=book)


def test_what_is_delegated_the_executive_board_may():
    book = granted()
    for task in ("amend", "waive", "reassign"):
        book.delegate("social", task, to="KS", decision=KF)
    book.amend_grant("Navigator", msek(-1), reason="Mindre", decision=ks(2014))
    book.reassign("Navigator", "Social", "Vård", msek("0.5"), reason="Flytt", decision=ks(2014))
    assert claims(book, "Navigator") == {"Social": 150_000_000, "Vård": 50_000_000}
    book.waive("Navigator", "Vård", reason="Litet", decision=ks(2014))
    assert claims(book, "Navigator") == {"Social": 150_000_000, "Vård": 0}
    assert sums_that_differ(book._state.register, book._state.balances) == []


def test_history_is_history():
    book = new_book(results={2012: "20"})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    recent = ks(2030)
    refused(
        lambda: book.set_aside("social", msek(1), result_year=2012, decision=recent, as_history=True),
        "HISTORY_TOO_RECENT", book=book,
    )  # fmt: skip


# Amounts


@pytest.mark.parametrize("amount", [0, -1, 2.5, "en krona"])
def test_amounts_that_are_none(amount):
    book = granted()
    common = {"decision": KF}
    for command in (
        lambda: book.repay("Navigator", "Social", amount, effect_year=2015, frame_year=2015, **common),
        lambda: book.waive("Navigator", "Social", amount, reason="x", **common),
        lambda: book.release("Navigator", amount, year=2013, **common),
        lambda: book.dissolve("social", amount, reason="x", **common),
        lambda: book.carry_over("Navigator", amount, year=2013, **common),
        lambda: book.grant("social", "P", 1, board="B", financing="f", plan={"S": {2015: amount}}, **common),
    ):
        refused(command, book=book)


def test_net_cost_is_what_the_earmark_may_meet():
    book = granted()
    net = book.report_cost("social", "Navigator", msek("2.5"), contributions=msek("1.5"), year=2013, decision=KF)
    assert net == 100_000_000
    refused(
        lambda: book.use("social", msek("1.1"), year=2013, project="Navigator", decision=KF), "USE_ABOVE_NET_COST",
        book=book,
    )  # fmt: skip
    book.use("social", msek(1), year=2013, project="Navigator", decision=KF)
    equipment = {"capitalised": msek(1), "depreciation": msek("0.2"), "overheads": msek("0.1")}
    assert book.report_cost("social", "Navigator", msek(2), year=2014, decision=KF, **equipment) == 110_000_000
    assert "Projektkostnader" in str(book.project_costs("social"))


def test_projects_in_the_plain_budget_have_costs_and_nothing_else():
    book = new_book()
    book.create_fund("budget", policy=presets.plain_budget, decision=KF)
    before = book._state.balances.as_dict()
    book.report_cost("budget", "Ny metod", msek(1), year=2013, board="BUN", decision=KF)
    assert book._state.balances.as_dict() == before
    assert book.project("Ny metod").board == "BUN"
    refused(
        lambda: book.set_aside("budget", 1, source="operating_frame", decision=KF), "SOURCE_NOT_IN_POLICY", book=book
    )


# Taking a fund over


def test_a_fund_and_its_project_half_way():
    book = new_book(opened=2015)
    book.create_fund("social", policy=BY_PLAN, decision=kf(2016))
    book.open_fund("social", msek(20), year=2016, decision=kf(2016))
    plan = {"Social": {2015: msek(1), 2016: msek(1), 2017: msek(1)}}
    opening = {"granted": msek(3), "used": msek("1.2"), "plan": plan, "repaid": {"Social": msek(1)}}
    project = book.open_project(
        "social", "Tidigt", board="Utb", to_repay={"Social": {2016: msek(1), 2017: msek(1)}}, year=2016,
        decision=kf(2016), start=date(2014, 1, 1), end=date(2016, 12, 31), **opening,
    )  # fmt: skip
    assert (project.remaining, project.repaid, project.to_repay) == (msek("1.8"), msek(1), msek(2))
    assert book.fund("social").balance == msek("21.8")
    assert sums_that_differ(book._state.register, book._state.balances) == []
    book.use("social", msek(1), year=2016, project="Tidigt", net_cost=msek(1), decision=kf(2017))
    book.repay("Tidigt", "Social", effect_year=2016, frame_year=2016, decision=kf(2016))
    assert book.project("Tidigt").to_repay == msek(1)
    (year,) = book.fund("social").account().years
    assert (year.opening_ore, year.used_ore, year.closing_ore) == (2_180_000_000, 100_000_000, 2_080_000_000)
    refused(
        lambda: book.open_project("social", "Tidigt", board="Utb", granted=1, year=2016, decision=kf(2016)),
        "PROJECT_EXISTS", book=book,
    )  # fmt: skip


def test_a_board_divided_leaves_no_ore_behind():
    book = granted(plan={"Social": {2015: msek("0.5"), 2016: msek("1.5")}})
    thirds = {"Väst": Fraction(1, 3), "Öst": Fraction(1, 3), "Norr": "1/3"}
    book.reorganise("Social", successors=thirds, last_day=date(2014, 12, 31), reason="Tre nämnder", decision=kf(2014))
    assert sum(claims(book, "Navigator").values()) == 200_000_000
    assert sum(claim.original for _, claim in book.project("Navigator").claims) == 200_000_000
    assert book.project("Navigator").claim("Social").original == 0


def test_intentions_and_their_years():
    book = new_book(results={2013: "20", 2014: "20"})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.state_intention("social", {2013: msek(5), 2014: msek(5)}, decision=KF)
    book.set_aside("social", msek(4), result_year=2013, decision=KF)
    assert book.intentions("social").remarks == ()
    rows = [row.cells for row in book.intentions("social").rows]
    assert rows == [(2013, 500_000_000, 400_000_000, -100_000_000), (2014, 500_000_000, 0, -500_000_000)]
    assert book.runway("social", year=2016).state == "dormant"


def test_a_year_without_an_intention_has_none_rather_than_zero():
    book = new_book(results={2013: "20", 2014: "20"})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.set_aside("social", msek(4), result_year=2013, decision=KF)
    assert book.intentions("social").rows == ()
    assert "Ingen avsikt är angiven." in book.intentions("social").text()
    book.state_intention("social", {2014: msek(5)}, decision=KF)
    table = book.intentions("social")
    assert [row.cells for row in table.rows] == [(2013, None, 400_000_000, None), (2014, 500_000_000, 0, -500_000_000)]
    assert "bara för år med en angiven avsikt" in table.text()
    (together,) = in_periods(table, MANDATES).table.rows
    assert together.cells[1:] == (500_000_000, 400_000_000, -500_000_000)


def test_what_is_late():
    book = granted(BY_PLAN.choose(start_deadline_years=3))
    assert book.overdue("social", year=2014).rows == ()
    assert [row.cells[2:4] for row in book.overdue("social", year=2015).rows] == [(2015, 100_000_000)]
    reasons = [row.cells[-1] for row in book.overdue("social", year=2017).rows]
    assert reasons == ["delbelopp", "inte påbörjad i tid"]


def test_what_is_late_of_several_boards_is_told_of_each():
    """By the end of 2015 to begin, by that of 2016 to end: the last grant's end gives the limit."""
    policy = BY_PLAN.choose(start_deadline_years=2, end_limit_years_soft=2, end_limit_years_hard=2)
    plan = {"Skola": {2014: msek("0.5"), 2015: msek("0.25")}, "Social": {2015: msek(1), 2016: msek("0.25")}}
    book = granted(policy, plan=plan, end=date(2014, 12, 31))

    def late(year):
        return [row.cells[1:] for row in book.overdue("social", year=year).rows]

    assert late(2014) == [("Skola", 2014, 50_000_000, "delbelopp")]
    assert late(2015) == [("Skola", 2014, 75_000_000, "delbelopp"), ("Social", 2015, 100_000_000, "delbelopp")]
    assert late(2016)[2:] == [("", 2015, 200_000_000, "inte påbörjad i tid")]
    book.repay("Navigator", "Skola", msek("0.75"), effect_year=2015, frame_year=2015, decision=kf(2015))
    assert late(2016) == [("Social", 2015, 125_000_000, "delbelopp")]
    assert late(2017)[1:] == [("Social", 2016, 125_000_000, "inte avslutad i tid")]


def test_a_use_of_a_project_that_has_its_grant_of_another_fund_is_refused_for_that_alone():
    book = granted()
    book.create_fund("andra", policy=BY_PLAN, decision=KF)
    use = {"year": 2013, "project": "Navigator", "net_cost": msek(9), "decision": kf(2014)}
    with pytest.raises(Refused) as caught:
        book.use("andra", msek(9), **use)
    assert [finding.code for finding in caught.value.findings] == ["PROJECT_UNKNOWN"]
