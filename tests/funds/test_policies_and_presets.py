"""Policies: what they hold, how an event keeps them, and the presets with their sources."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given

from sifund_ledger import Policy, presets
from sifund_ledger.funds.policy.choices import Recognition, SetAsideSource
from sifund_ledger.funds.policy.policy import policy_from_values, policy_to_values
from sifund_ledger.ledger.canonical.fields import encode_value
from sifund_ledger.testing import policies


@given(policies())
def test_an_event_gives_the_policy_back(policy: Policy):
    assert policy_from_values(policy_to_values(policy)) == policy
    encode_value(policy_to_values(policy))


def test_parameters_that_a_later_version_adds_are_passed_over():
    values = (*policy_to_values(presets.tomelilla_earmark), ("later", 1))
    assert policy_from_values(values) == presets.tomelilla_earmark


def test_what_a_policy_says_when_nothing_is_said():
    policy = Policy(name="egen", source="KF 2020-05-25 § 61")
    assert policy.recognition is Recognition.RESULT_YEAR
    assert policy.set_aside_sources == ("surplus", "accumulated_equity")
    assert (policy.presentation, policy.use_without_project, policy.set_aside_above_surplus) == ("strict", False, False)


def test_unknown_sources_and_recognitions():
    with pytest.raises(ValueError, match="lotteri"):
        Policy(name="p", source="s", set_aside_sources=("lotteri",))
    with pytest.raises(ValueError, match="någon gång"):
        Policy(name="p", source="s", recognition="någon gång")


def test_tomelilla_cites_its_source_and_earmarks_of_surplus_alone():
    preset = presets.tomelilla_earmark
    assert "Tomelilla" in preset.source
    assert preset.set_aside_sources == (SetAsideSource.SURPLUS.value,)
    assert (preset.presentation, preset.use_without_project) == ("grounds", True)


def test_the_module_of_presets_exports_presets_alone():
    assert list(presets.__all__) == sorted(presets.__all__)
    assert {name for name, value in vars(presets).items() if isinstance(value, Policy)} == set(presets.__all__)
    assert not hasattr(presets, "date")
    assert not hasattr(presets, "annotations")


def test_what_sources_leave_open_of_ale_and_say_of_stockholm_and_gavleborg():
    open_in_ale = {each.parameter for each in presets.ale_double_2017.undecided}
    assert {"window", "annual_frame"} <= open_in_ale
    assert presets.ale_double_2017.window is None
    assert presets.stockholms_lan_2014.window == (2014, 2018)
    assert presets.stockholms_lan_2014.set_aside_sources == (SetAsideSource.ACCUMULATED_EQUITY.value,)
    for limit in ("500 000 kronor om året i upp till tre år", "hälften av kostnaden", "minst två organisationer"):
        assert limit in presets.gavleborg.source


def test_presets_set_aside_of_what_their_sources_say():
    three = ("surplus", "renewal", "accumulated_equity")
    assert {name: getattr(presets, name).set_aside_sources for name in presets.__all__} == {
        "ale_2012": ("afa_refund", "renewal"), "ale_double_2017": three,
        "budget_textbook": ("surplus", "accumulated_equity"), "gavleborg": ("operating_frame",),
        "lulea": ("operating_frame",), "norrkoping_2010": three, "norrkoping_2021": three,
        "orebro_strict": ("surplus", "renewal", "afa_refund"), "plain_budget": (), "result_reserve_2024": ("surplus",),
        "reversal_textbook": three, "stockholms_lan_2014": ("accumulated_equity",),
        "sundsvall_2016": ("operating_frame",), "tomelilla_earmark": ("surplus",), "upplands_bro": ("surplus",),
    }  # fmt: skip


def test_presets_have_the_amounts_and_shares_of_their_sources():
    ore = {
        name: amounts
        for name in presets.__all__
        if any(amounts := ((policy := getattr(presets, name)).set_aside_annual_ore, policy.annual_frame_ore))
    }
    million = 100_000_000
    assert ore == {"lulea": (4 * million, 4 * million), "sundsvall_2016": (None, 6 * million)}
    orebro = presets.orebro_strict
    assert (orebro.target_share_of_budget, orebro.repayment_floor_share) == (Fraction(2, 100), Fraction(3, 10))
    years = orebro.start_deadline_years, orebro.end_limit_years_soft, orebro.end_limit_years_hard
    assert years == (3, 8, 10)
    assert presets.norrkoping_2021.repayment_abolished_for_starts_after == date(2021, 12, 31)
