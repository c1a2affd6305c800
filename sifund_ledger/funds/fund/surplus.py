"""What a year's surplus leaves to set aside, and what a policy's rule asks for (överskott; R9, R13), in öre."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import NamedTuple

from sifund_ledger.funds.policy.choices import LegalForm, SetAsideRule
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state.fund_events import SET_ASIDES
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.tables.account import fund_movement
from sifund_ledger.ledger.balances import Balances


class Surplus(NamedTuple):
    """The result of a year and its result after adjustments where that is known, in öre (ÅR and ÅRB)."""

    result_ore: int
    adjusted_ore: int | None

    @property
    def limit_ore(self) -> int:
        """The most that can be set aside: ``max(0, min(ÅR, ÅRB))`` (ruling R13)."""
        return max(0, self.lowest_ore)

    @property
    def lowest_ore(self) -> int:
        """The lower of the two results, signed."""
        return self.result_ore if self.adjusted_ore is None else min(self.result_ore, self.adjusted_ore)


def surplus_left(register: FundRegister, result_year: int, surplus: Surplus) -> int:
    """What is left of a year's surplus when every fund's set-asides and renewals are met (R9); öre."""
    return max(0, surplus.limit_ore - register.taken_of_result(result_year))


def proposed_set_aside(
    policy: Policy, surplus: Surplus | None, *, balance_ore: int, budget_ore: int | None, given_ore: int = 0
) -> int | None:
    """What the policy's rule still gives for a year, in öre: never above the surplus (R13); 0 where it gives nothing.

    ``balance_ore`` is what the fund has, ``budget_ore`` the total budget that a target is a share of, ``given_ore``
    what the year has given to the fund already (R52). A share of the result is rounded down to the öre. ``None``
    where it is unknown: the year's result, or the budget.

    >>> policy = Policy(name="p", source="s", set_aside_rule="percent_of_result", set_aside_share="0.10")
    >>> proposed_set_aside(policy, Surplus(2_000_000_000, None), balance_ore=0, budget_ore=None)
    200000000
    >>> proposed_set_aside(policy, None, balance_ore=0, budget_ore=None) is None
    True
    """
    in_frame = policy.legal_form is LegalForm.OPERATING_FRAME
    rule, amount = policy.set_aside_rule, 0
    if rule is SetAsideRule.AD_HOC:
        return 0
    if surplus is None and (rule is SetAsideRule.PERCENT_OF_RESULT or not in_frame):
        return None
    if rule is SetAsideRule.TARGET_SHARE:
        if budget_ore is None:
            return None
        amount = target_of(policy, budget_ore) - balance_ore
    elif rule is SetAsideRule.FIXED_ANNUAL:
        amount = (policy.set_aside_annual_ore or 0) - given_ore
    elif surplus is not None:
        amount = floor((policy.set_aside_share or Fraction(0)) * max(0, surplus.result_ore)) - given_ore
    limited = amount if surplus is None or in_frame else min(amount, surplus.limit_ore)
    return max(0, limited)


def given_by_rule(
    register: FundRegister, fund: str, subfund: str, result_year: int, surplus: Surplus | None, budget_ore: int | None
) -> int | None:
    """What a fund's rule gives for a year, in öre, beside what it has given already (R52), within what the year's
    surplus still leaves (R9); 0 for nothing, ``None`` where it is unknown."""
    policy, pot = register.policy_of(fund, subfund), register.pots.get((fund, subfund), ())
    given = register.given_of_result(fund, subfund, result_year)
    ore = proposed_set_aside(policy, surplus, balance_ore=sum(pot), budget_ore=budget_ore, given_ore=given)
    if ore is None or surplus is None or policy.legal_form is LegalForm.OPERATING_FRAME:
        return ore
    return min(ore, surplus_left(register, result_year, surplus))


def target_of(policy: Policy, budget_ore: int) -> int:
    """What a fund is to hold: its target share of the total budget (målnivå), rounded down to the öre."""
    return floor((policy.target_share_of_budget or Fraction(0)) * budget_ore)


def set_aside_in(balances: Balances, fund: str, year: int) -> int:
    """What has been set aside in a fund in a fiscal year, renewals among it (R16), in öre."""
    return fund_movement(balances, fund, SET_ASIDES, year=year)
