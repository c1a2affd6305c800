"""The state machine over funds: every preset, against the model."""

from __future__ import annotations

import pytest
from hypothesis import Phase, settings
from models.fund_machine import _CHOSEN, FundMachine
from models.running import UNTIMED
from models.said import assert_says_what_it_has

from sifund_ledger.funds.policy import presets
from sifund_ledger.funds.policy.policy import Policy

_FAST = settings(UNTIMED, max_examples=12, stateful_step_count=30, derandomize=True)
"""The same examples at every run, so that a run is not red by chance; the machine can be run at random by hand."""


def test_every_preset_is_in_it():
    made = {name for name, value in vars(presets).items() if isinstance(value, Policy)}
    assert made <= set(_CHOSEN)
    assert {policy.undecided for policy, _ in _CHOSEN.values()} == {()}


def test_it_says_which_commands_it_has():
    assert_says_what_it_has(FundMachine)


class TestFunds(FundMachine.TestCase):
    settings = _FAST


@pytest.mark.slow
class TestFundsLong(FundMachine.TestCase):
    settings = settings(_FAST, max_examples=200, stateful_step_count=60, phases=(Phase.explicit, Phase.generate))
