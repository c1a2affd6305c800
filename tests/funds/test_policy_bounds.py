"""What a policy may hold (R64), amounts in kronor as everywhere, and what was stored before anyone asked."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from fund_books import kf, msek, new_book, refused
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger import Policy, PolicyRefused, Refused, presets, sek
from sifund_ledger.fields.kinds import Setting
from sifund_ledger.funds.fund.policies import CreateFund
from sifund_ledger.funds.policy.policy import policy_from_values, policy_to_values

BASE = {"name": "p", "source": "s"}


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("repayment_floor_share", -1),
        ("repayment_floor_share", "5"),
        ("set_aside_share", Fraction(101, 100)),
        ("target_share_of_budget", "-0.02"),
        ("payback_required_share", "-0.5"),
        ("repayment_cap_share", -1),
        ("annual_frame", -1),
        ("annual_frame", 0),
        ("set_aside_annual", "-4 000 000"),
        ("start_deadline_years", -3),
        ("end_limit_years_hard", True),
        ("window", (2014,)),
        ("window", (1014, 2017)),
        ("window", "2014"),
        ("revolving", "kanske"),
        ("name", ""),
        ("presentation", "stri\x07ct"),
        ("repayment_abolished_for_starts_after", 2021),
        ("set_aside_sources", "surplus"),
        ("subfunds", (("A", {"repayment_floor_share": 5}),)),
        ("subfunds", (("A", {"annual_frame": -1}),)),
    ],
)
def test_what_is_out_of_bounds_is_refused_when_the_policy_is_made(parameter, value):
    with pytest.raises(PolicyRefused) as caught:
        Policy(**{**BASE, parameter: value})
    [finding] = caught.value.findings
    assert parameter in finding.place or parameter == "subfunds"
    assert finding.remedy


def test_a_required_share_and_a_cap_may_exceed_one():
    policy = Policy(**BASE, payback_required_share="1.2", repayment_cap_share="1.5")
    assert (policy.payback_required_share, policy.repayment_cap_share) == (Fraction(6, 5), Fraction(3, 2))


def test_every_parameter_out_of_bounds_is_told_at_once():
    with pytest.raises(PolicyRefused) as caught:
        Policy(**BASE, repayment_floor_share=5, annual_frame=-1, recognition="någon gång")
    assert len(caught.value.findings) == 3


VALUES = st.none() | st.integers() | st.floats() | st.text() | st.tuples() | st.tuples(st.text(), st.text())


@given(st.sampled_from([*Policy.__dataclass_fields__]), VALUES)
def test_a_value_of_any_type_is_taken_or_refused_with_its_place(parameter, value):
    faults = ()
    try:
        Policy(**{**BASE, parameter: value})
    except Refused as refusal:
        faults = refusal.findings
    assert all(finding.place and finding.remedy for finding in faults)


def test_amounts_of_a_policy_are_kronor_as_those_of_every_verb():
    policy = Policy(**BASE, annual_frame="4 000 000", set_aside_annual=sek(1_000_000))
    assert (policy.annual_frame_ore, policy.set_aside_annual_ore) == (400_000_000, 100_000_000)
    chosen = policy.choose(annual_frame=5_000_000)
    assert chosen.annual_frame == sek(5_000_000)
    with pytest.raises(TypeError):
        policy.choose(annual_frame_ore=5)
    parts = Policy(**BASE, subfunds=(("A", {"annual_frame": "2 000 000"}), ("B", ())))
    assert [parts.of(name).annual_frame_ore for name in ("A", "B")] == [200_000_000, None]
    again = parts.choose(revolving=True).choose("B", annual_frame=1)
    assert [again.of(name).annual_frame_ore for name in ("A", "B")] == [200_000_000, 100]
    assert policy_from_values(policy_to_values(parts)) == parts


def test_what_is_chosen_in_a_file_has_the_file_s_unit():
    values = {"fund": "f", "policy": "plain_budget", "choose": {"annual_frame": "4000"}, "decision": kf(2014)}
    command = CreateFund.read(values, place="event 1", setting=Setting(unit="tkr"))
    assert command.choose["annual_frame"] == sek(4_000_000)


def test_a_choice_that_there_is_none_of_is_told_with_the_one_meant():
    book = new_book()
    for choose, code in (
        ({"anual_frame": 1}, "FIELD_UNKNOWN"),
        ({"annual_frame_ore": 1}, "FIELD_UNKNOWN"),
        ({"repayment_floor_share": 5}, "POLICY_SHARE_OUT_OF_BOUNDS"),
        ({"C.annual_frame": 5}, "NAME_UNKNOWN"),
    ):
        refused(
            lambda choose=choose: book.create_fund("f", policy=presets.lulea, choose=choose, decision=kf(2014)),
            code, book=book,
        )  # fmt: skip


def test_a_policy_once_stored_is_read_for_ever():
    """A floor of five times the plan, stored before anyone asked: the book opens, and projects follow it."""
    plain = policy_to_values(Policy(**BASE, subfunds=(("A", ()), ("B", ()))))
    odd = {"repayment_floor_share": Fraction(5), "annual_frame_ore": -1}
    stored = tuple((name, odd.get(name, value)) for name, value in plain)
    policy = policy_from_values(stored)
    assert (policy.repayment_floor_share, policy.annual_frame_ore) == (5, -1)
    assert policy.of("A").repayment_floor_share == 5
    assert policy_to_values(policy) == stored
    with pytest.raises(PolicyRefused):
        replace(policy, revolving=True)


def test_a_frame_of_a_year_holds():
    book = new_book(results={2013: "20"})
    book.create_fund("f", policy=replace(presets.upplands_bro, annual_frame=sek(1_000_000)), decision=kf(2013))
    book.set_aside("f", msek(5), result_year=2013, decision=kf(2014))
    grant = {"board": "B", "financing": "f", "decision": kf(2014)}
    book.grant("f", "P", msek(1), **grant)
    refused(lambda: book.grant("f", "Q", "0.01", **grant), "ANNUAL_FRAME_EXCEEDED", book=book)
