"""What may be set aside in a fund, and why not (öronmärkning, P1; rulings R9, R13, R18). Amounts are öre."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import floor
from typing import Final, NamedTuple

from sifund_ledger.amounts import format_amount
from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision, Organ
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.policy.policy import LegalForm, Policy, Recognition, SetAsideRule, SetAsideSource
from sifund_ledger.funds.state.fund_events import SET_ASIDES, SetAside, SetAsideInFrame, SetAsideToReserve
from sifund_ledger.funds.state.register import FundRegister, fund_faults
from sifund_ledger.funds.tables.account import fund_movement
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Plan

_OF_RESULT: Final = frozenset({SetAsideSource.SURPLUS, SetAsideSource.AFA_REFUND, SetAsideSource.OPERATING_FRAME})
_BY_FORM: Final[dict[LegalForm, Callable[..., SetAside]]] = {
    LegalForm.EARMARKED_EQUITY: SetAside,
    LegalForm.OPERATING_FRAME: SetAsideInFrame,
    LegalForm.RESULT_RESERVE: SetAsideToReserve,
}


class Surplus(NamedTuple):
    """The result of a year and its result after adjustments where that is known, in öre (ÅR and ÅRB)."""

    result_ore: int
    adjusted_ore: int | None

    @property
    def limit_ore(self) -> int:
        """The most that can be set aside: ``max(0, min(ÅR, ÅRB))`` (ruling R13)."""
        lowest = self.result_ore if self.adjusted_ore is None else min(self.result_ore, self.adjusted_ore)
        return max(0, lowest)


def is_of_result(source: str) -> bool:
    """Whether a source is a part of a named year's result, and bound by it (R13)."""
    return source in _OF_RESULT


def surplus_left(register: FundRegister, result_year: int, surplus: Surplus) -> int:
    """What is left of a year's surplus when every fund's set-asides and renewals are met (R9); öre."""
    taken = sum(register.set_aside_of_result(name, result_year) for name in register.policies)
    return max(0, surplus.limit_ore - taken)


def set_aside_faults(
    register: FundRegister, fund: str, policy: Policy, ore: int, source: str, result_year: int | None,
    surplus: Surplus | None,
) -> list[Finding]:  # fmt: skip
    """Why an amount cannot be set aside in a fund from its source (P1; rulings R9, R13)."""
    if source not in list(SetAsideSource) or source == SetAsideSource.RENEWAL:
        return [codes.SOURCE_UNKNOWN.at(fund, source=source)]
    faults = []
    if source not in policy.set_aside_sources:
        sources = ", ".join(policy.set_aside_sources)
        faults.append(codes.SOURCE_NOT_IN_POLICY.at(fund, policy=policy.name, source=source, sources=sources))
    if not is_of_result(source) or policy.legal_form is LegalForm.OPERATING_FRAME:
        return faults
    if result_year is None:
        return [*faults, codes.RESULT_YEAR_MISSING.at(fund)]
    if surplus is None:
        return [*faults, codes.RESULT_UNKNOWN.at(fund, year=result_year)]
    if policy.set_aside_above_surplus and surplus.result_ore > 0:
        return faults
    if surplus.limit_ore == 0:
        return [*faults, codes.SURPLUS_MISSING.at(fund, year=result_year, result=format_amount(surplus.result_ore))]
    left = surplus_left(register, result_year, surplus)
    if ore > left:
        faults.append(
            codes.SET_ASIDE_ABOVE_SURPLUS.at(
                fund,
                year=result_year,
                amount=format_amount(ore),
                left=format_amount(left),
                limit=format_amount(surplus.limit_ore),
            )
        )
    return faults


def proposed_set_aside(policy: Policy, surplus: Surplus | None, *, balance_ore: int, budget_ore: int | None) -> int:
    """What the policy's rule gives for a year, in öre: never above the surplus (R13); 0 where it gives nothing.

    ``balance_ore`` is what the fund has, ``budget_ore`` the total budget that a target is a share of. A share of the
    result is rounded down to the öre.

    >>> policy = Policy(name="p", source="s", set_aside_rule="percent_of_result", set_aside_share="0.10")
    >>> proposed_set_aside(policy, Surplus(2_000_000_000, None), balance_ore=0, budget_ore=None)
    200000000
    """
    amount = 0
    if policy.set_aside_rule is SetAsideRule.PERCENT_OF_RESULT and surplus is not None:
        amount = floor((policy.set_aside_share or Fraction(0)) * max(0, surplus.result_ore))
    elif policy.set_aside_rule is SetAsideRule.FIXED_ANNUAL:
        amount = policy.set_aside_annual_ore or 0
    elif policy.set_aside_rule is SetAsideRule.TARGET_SHARE and budget_ore is not None:
        amount = max(0, target_of(policy, budget_ore) - balance_ore)
    if policy.legal_form is LegalForm.OPERATING_FRAME:
        return amount
    return min(amount, surplus.limit_ore) if surplus is not None else 0


def target_of(policy: Policy, budget_ore: int) -> int:
    """What a fund is to hold: its target share of the total budget (målnivå), rounded down to the öre."""
    return floor((policy.target_share_of_budget or Fraction(0)) * budget_ore)


class Request(NamedTuple):
    """A set-aside that is asked for, as :func:`plan_set_aside` takes it; ``today`` allows history (R27)."""

    fund: str
    subfund: str
    ore: int
    source: str
    result_year: int | None
    year: int | None
    decision: Decision
    history_before: int | None = None


def plan_set_aside(register: FundRegister, request: Request, surplus: Surplus | None) -> Plan:
    """What setting an amount aside comes to; ``year`` is given, or follows from the policy (ruling R26)."""
    fund, subfund, ore, source, result_year, year, decision, _ = request
    faults, warnings = _authority(request)
    faults += fund_faults(register, fund, subfund)
    in_year, make = decision.date.year, SetAside
    if fund in register.policies:
        policy = register.policy_of(fund, subfund)
        make = _BY_FORM[policy.legal_form]  # type: ignore[assignment]
        faults += set_aside_faults(register, fund, policy, ore, source, result_year, surplus)
        if policy.legal_form is LegalForm.OPERATING_FRAME:
            in_year = result_year or in_year
        elif is_of_result(source) and result_year and policy.recognition is Recognition.RESULT_YEAR:
            in_year = result_year
        warnings += _rule_warnings(policy, request, surplus)
    of_year = (result_year or 0) if is_of_result(source) else 0
    if of_year and year and year < of_year:
        faults.append(codes.RESULT_YEAR_LATER.at(fund, result_year=of_year, year=year))
    event = make(fund, subfund, ore, source, of_year, year or in_year, decision.date)
    if source == SetAsideSource.ACCUMULATED_EQUITY:
        warnings.append(codes.SET_ASIDE_FROM_EQUITY.at(fund, amount=format_amount(ore)))
    return Plan((Draft(event, decision),), tuple(faults), tuple(warnings))


def _authority(request: Request) -> tuple[list[Finding], list[Finding]]:
    """Faults and warnings of who decided: an executive board's set-aside is kept as history alone (R27)."""
    decision, place = request.decision, request.fund
    faults = authority_faults(decision, "set_aside", fund=place)
    if not faults or request.history_before is None or decision.organ is not Organ.EXECUTIVE_BOARD:
        return faults, []
    if decision.date.year >= request.history_before:
        return [*faults, codes.HISTORY_TOO_RECENT.at(place, decision=decision)], []
    return [], [codes.SET_ASIDE_BY_EXECUTIVE_BOARD.at(place, decision=decision, body=decision.body)]


def _rule_warnings(policy: Policy, request: Request, surplus: Surplus | None) -> list[Finding]:
    rule = policy.set_aside_rule
    if rule not in (SetAsideRule.PERCENT_OF_RESULT, SetAsideRule.FIXED_ANNUAL):
        return []
    proposed = proposed_set_aside(policy, surplus, balance_ore=0, budget_ore=None)
    if request.ore == proposed:
        return []
    return [
        codes.SET_ASIDE_OFF_RULE.at(
            request.fund, amount=format_amount(request.ore), rule=rule.value, proposed=format_amount(proposed)
        )
    ]


def set_aside_in(balances: Balances, fund: str, year: int) -> int:
    """What has been set aside in a fund in a fiscal year, renewals among it (R16), in öre."""
    return fund_movement(balances, fund, SET_ASIDES, year=year)
