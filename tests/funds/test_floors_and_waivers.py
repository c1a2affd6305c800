"""What a floor may ask, and what a waiver takes (rulings R37, R38), in the rulings' own figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from fund_books import fund_with, kf, ks, msek, refused
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger import Policy, presets
from sifund_ledger.funds.repayment.repayment import due_in, targets
from sifund_ledger.funds.state.project import BoardClaim

OREBRO = presets.orebro_strict.choose(presentation="strict")


def settled(plan, *, used, measured, waived="0", grant=None, of="plan"):
    """Repaid by each board, in öre, when a project that used some of its grant is settled."""
    granted = grant or str(sum(map(float, plan.values())))
    book = fund_with(OREBRO, "20")
    lines = {board: {2015: msek(amount)} for board, amount in plan.items()}
    book.grant(
        "social", "Navigator", msek(granted), board="BUN", financing="ur fonden", plan=lines, end=date(2014, 12, 31),
        decision=kf(2013),
    )  # fmt: skip
    if used != "0":
        book.use("social", msek(used), year=2013, project="Navigator", net_cost=msek(used), decision=kf(2014))
    book.close_project("Navigator", year=2013, decision=kf(2014))
    for board in plan:
        book.measure("Navigator", board, msek(measured.get(board, "0")), effect_year=2014, decision=kf(2014))
    if waived != "0":
        book.waive("Navigator", next(iter(plan)), msek(waived), of=of, reason="Flytt", decision=kf(2014))
    book.settle("Navigator", frame_year=2015, decision=kf(2015))
    return book, {board: claim.repaid for board, claim in book.project("Navigator").claims}


def test_nothing_used_and_nothing_measured_owes_nothing():
    _, repaid = settled({"A": "6.0"}, used="0", measured={})
    assert repaid == {"A": 0}


def test_what_one_board_saved_is_not_asked_again_of_another():
    _, repaid = settled({"A": "2.4", "B": "3.6"}, used="1.0", measured={"A": "1.0"})
    assert repaid == {"A": 100_000_000, "B": 0}


def test_the_floor_stands_within_what_was_used_with_a_note_on_its_share():
    book, repaid = settled({"A": "4.0"}, used="2.0", measured={})
    assert repaid == {"A": 120_000_000}
    [found] = [finding for finding in book.warnings if finding.code == "FLOOR_SHARE_OF_USED"]
    assert "60 %" in found.text("sv")


@pytest.mark.parametrize("saved", ["0", "0.3", "0.6", "1.0", "1.4"])
@pytest.mark.parametrize("used", ["2.0", "3.0"])
def test_what_a_board_has_saved_beyond_its_floor_is_none_of_the_floors_share(saved, used):
    """R37: floors of 0.6 and 0.6 are 60 % of 2.0 used, whatever the first board has saved."""
    book, repaid = settled({"A": "2.0", "B": "2.0"}, used=used, measured={"A": saved})
    assert repaid == {"A": max(60_000_000, msek(saved).get_amount_in_sub_unit()), "B": 60_000_000}
    [found] = [dict(finding.values) for finding in book.warnings if finding.code == "FLOOR_SHARE_OF_USED"]
    share = Fraction(120_000_000, msek(used).get_amount_in_sub_unit())
    assert (found["amount"], found["share"]) == (120_000_000, share)


def test_no_share_is_told_where_the_floor_asks_nothing_of_anybody():
    for measured in ({"A": "1.0", "B": "1.0"}, {"A": "0.6", "B": "2.0"}):
        book, _ = settled({"A": "2.0", "B": "2.0"}, used="2.0", measured=measured)
        assert not [finding for finding in book.warnings if finding.code == "FLOOR_SHARE_OF_USED"]


def test_a_waiver_takes_from_the_plan_and_not_from_the_floor():
    for measured, owed in (("0", 72_000_000), ("2.0", 140_000_000)):
        _, repaid = settled({"A": "2.4"}, used="2.4", measured={"A": measured}, waived="1.0")
        assert repaid == {"A": owed}


def test_a_waiver_of_the_floor_takes_from_plan_and_floor():
    """R38: owed = max(floor − floor waiver, min(measured, plan − waived))."""
    for measured, owed in (("0", 22_000_000), ("0.1", 22_000_000), ("2.0", 190_000_000)):
        _, repaid = settled({"A": "2.4"}, used="2.4", measured={"A": measured}, waived="0.5", of="floor")
        assert repaid == {"A": owed}
    _, repaid = settled({"A": "2.4"}, used="2.4", measured={}, waived="1.0", of="golv")
    assert repaid == {"A": 0}


def test_the_floor_is_the_councils_alone_to_waive():
    book = fund_with(OREBRO, "20")
    book.grant(
        "social", "Navigator", msek("2.4"), board="BUN", financing="ur fonden", plan={"A": {2015: msek("2.4")}},
        end=date(2014, 12, 31), decision=kf(2013),
    )  # fmt: skip
    book.delegate("social", "waive", to="Kommunstyrelsen", decision=kf(2013))
    about = {"reason": "Ändrade förutsättningar", "decision": ks(2014)}
    book.waive("Navigator", "A", msek("0.2"), **about)
    refused(lambda: book.waive("Navigator", "A", msek("0.2"), of="floor", **about), "DECISION_WITHOUT_AUTHORITY")
    refused(lambda: book.waive("Navigator", "A", msek("0.2"), of="taket", **about), "FIELD_WORD_UNKNOWN")


@given(
    plans=st.lists(st.integers(1, 400), min_size=1, max_size=4),
    measured=st.lists(st.integers(0, 600), min_size=4, max_size=4),
    waived=st.lists(st.integers(0, 200), min_size=4, max_size=4),
    used=st.integers(0, 1000),
    floor=st.integers(0, 100),
    scope=st.sampled_from(["per_board", "pooled"]),
    basis=st.sampled_from(["max_floor_measured", "plan"]),
)
def test_a_fund_never_gains_from_a_floor(plans, measured, waived, used, floor, scope, basis):
    """R37: without its floors a fund would have as much, or no more than was used."""
    names = [f"B{number}" for number in range(len(plans))]
    claims = {
        name: BoardClaim(plan, plan, waived=min(plan, off))
        for name, plan, off in zip(names, plans, waived, strict=False)
    }
    effects = dict(zip(names, measured, strict=False))
    policy = Policy(
        name="p", source="s", revolving=True, repayment_floor_share=f"{floor}/100", floor_scope=scope,
        repayment_basis=basis,
    )  # fmt: skip
    with_floor = targets(policy, claims, effects, used)
    without = targets(policy.choose(repayment_floor_share=0), claims, effects, used)
    total, rest = (sum(target.ore for target in each.values()) for each in (with_floor, without))
    assert rest <= total <= max(rest, used)
    assert all(with_floor[name].ore >= without[name].ore for name in names)


def test_a_pooled_floor_is_shared_by_the_plans_as_first_decided_and_lowered_by_what_the_council_waived_of_it():
    pooled = OREBRO.choose(floor_scope="pooled")
    plans = {"A": BoardClaim(240, 240), "B": BoardClaim(360, 60)}
    owed = targets(pooled, plans, measured={}, used_ore=600)
    assert {board: target.ore for board, target in owed.items()} == {"A": 72, "B": 108}
    plans["A"] = BoardClaim(240, 240, waived=60, floor_waived=60)
    owed = targets(pooled, plans, measured={}, used_ore=600)
    assert {board: target.ore for board, target in owed.items()} == {"A": 48, "B": 72}


def test_a_cap_of_exactly_the_plan_asks_no_more_than_is_open_and_a_higher_one_does():
    claim = BoardClaim(100, 100, waived=60, open_lines=((2015, 40),))
    for share, due in (("1", 40), ("1.2", 100)):
        policy = Policy(
            name="p", source="s", revolving=True, repayment_basis="measured", clawback_mode="automatic_measured",
            repayment_cap_share=share,
        )  # fmt: skip
        assert due_in(policy, claim, 100, 2015) == due


@pytest.mark.parametrize("basis", ["plan", "measured", "max_floor_measured"])
def test_a_board_that_was_let_off_all_of_its_plan_repays_nothing(basis):
    policy = OREBRO.choose(repayment_basis=basis)
    let_off = {"A": BoardClaim(100, 100, waived=100, floor_waived=30)}
    assert [target.ore for target in targets(policy, let_off, {"A": 50}, used_ore=100).values()] == [0]
    if basis == "max_floor_measured":
        book, repaid = settled({"A": "1.0"}, used="1.0", measured={"A": "0.5"}, waived="1.0", of="floor")
        assert repaid == {"A": 0}
        assert "repaid" not in {record.event.kind for record in book.records()}
