"""The life of a fund (fondens livslopp): policies, renewal, transfer, change of purpose, dissolution, intentions.

Amounts are öre. All of it is the council's (R27), but the policy itself, which the executive board may adopt.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sifund_ledger.amounts import format_amount
from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.fund.set_aside import Surplus, surplus_left
from sifund_ledger.funds.policy.policy import Policy, Recognition, SetAsideRule, policy_to_values
from sifund_ledger.funds.project.grant import available_faults
from sifund_ledger.funds.project.release import reason_faults
from sifund_ledger.funds.state.findings import FUND_EXISTS
from sifund_ledger.funds.state.fund_events import (
    Dissolved,
    FundCreated,
    IntentionStated,
    PolicyChanged,
    PurposeChanged,
    Renewed,
    SubfundTransferred,
)
from sifund_ledger.funds.state.register import FundRegister, fund_faults
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Plan


def policy_faults(policy: Policy) -> list[Finding]:
    """Why no fund can be made of a policy: a parameter is undecided, or two contradict each other.

    >>> from sifund_ledger import presets
    >>> [finding.code for finding in policy_faults(presets.budget_textbook)]
    ['POLICY_UNDECIDED']
    """
    faults = []
    for parameter, says in policy.undecided:
        subfund, _, name = parameter.rpartition(".")
        call = f'"{subfund}", {name}=…' if subfund else f"{name}=…"
        values: dict[str, Any] = {
            "policy": policy.name,
            "parameter": parameter,
            "says": says,
            "source": policy.source,
            "call": call,
        }
        faults.append(codes.POLICY_UNDECIDED.at(parameter, **values))
    for subfund in policy.subfund_names:
        faults += _contradictions(policy.of(subfund), subfund, {each.parameter for each in policy.undecided})
    return faults


def _contradictions(policy: Policy, subfund: str, undecided: set[str]) -> list[Finding]:
    needs = {
        SetAsideRule.PERCENT_OF_RESULT: "set_aside_share",
        SetAsideRule.FIXED_ANNUAL: "set_aside_annual_ore",
        SetAsideRule.TARGET_SHARE: "target_share_of_budget",
    }.get(policy.set_aside_rule)
    said: list[tuple[str, str]] = []
    if needs and getattr(policy, needs) is None and not undecided & {needs, f"{subfund}.{needs}"}:
        said.append((f"{policy.set_aside_rule} needs {needs}", f"{policy.set_aside_rule} kräver {needs}"))
    if policy.repayment_floor_share > policy.repayment_cap_share:
        said.append(("the floor is above the cap", "golvet ligger över taket"))
    if policy.window is not None and policy.window[0] > policy.window[1]:
        said.append(("the window ends before it begins", "löptiden slutar innan den börjar"))
    if (policy.end_limit_years_soft or 0) > (policy.end_limit_years_hard or policy.end_limit_years_soft or 0):
        said.append(("the soft limit is after the hard one", "den mjuka gränsen ligger efter den hårda"))
    place = f"{policy.name}, {subfund}" if subfund else policy.name
    return [codes.POLICY_CONTRADICTS.at(place, policy=place, what=what, what_sv=what_sv) for what, what_sv in said]


def plan_fund(register: FundRegister, name: str, policy: Policy, decision: Decision) -> Plan:
    """What making a fund comes to."""
    faults = authority_faults(decision, "create_fund", fund=name)
    if not name.strip():
        faults.append(NAME_EMPTY.at("create_fund", what=Bilingual("Fonden", "The fund")))
    if name in register.policies:
        faults.append(FUND_EXISTS.at(name, fund=name))
    faults += policy_faults(policy)
    return Plan((Draft(FundCreated(name, policy_to_values(policy)), decision),), tuple(faults))


def plan_policy_change(register: FundRegister, fund: str, policy: Policy, valid_from: date, decision: Decision) -> Plan:
    """What a later version of a policy comes to: what starts before its day keeps the earlier one (I18)."""
    faults = authority_faults(decision, "change_policy", fund=fund) + fund_faults(register, fund)
    faults += policy_faults(policy)
    if fund in register.policies:
        latest, current = register.versions[fund][-1].valid_from, register.policies[fund]
        if valid_from < latest or latest == valid_from:
            faults.append(codes.POLICY_BACKWARDS.at(fund, fund=fund, valid_from=valid_from, latest=latest))
        dropped = set(current.subfund_names) - set(policy.subfund_names)
        if current.legal_form is not policy.legal_form or dropped:
            names = ", ".join(name or "–" for name in current.subfund_names)
            faults.append(codes.POLICY_CHANGES_FORM.at(fund, fund=fund, form=current.legal_form.value, subfunds=names))
    event = PolicyChanged(fund, policy_to_values(policy), valid_from)
    return Plan((Draft(event, decision),), tuple(faults))


def earmark_faults(register: FundRegister, fund: str, *subfunds: str) -> list[Finding]:
    """Why a fund's earmark cannot be moved: no such fund or sub-fund, or it is none."""
    faults = [fault for subfund in subfunds for fault in fund_faults(register, fund, subfund)]
    if fund in register.policies and not register.is_earmark(fund):
        faults.append(codes.NOT_AN_EARMARK.at(fund, fund=fund))
    return list(dict.fromkeys(faults))


def renewable(register: FundRegister, fund: str, subfund: str, result_year: int, surplus: Surplus | None) -> int:
    """What can be renewed for a year: the entitlement, as far as the year's result has room (R9, R20 b); öre."""
    entitled = register.entitlement(fund, subfund, at=result_year)
    return min(entitled, surplus_left(register, result_year, surplus)) if surplus is not None else 0


def plan_renew(
    register: FundRegister, *, fund: str, subfund: str, ore: int | None, result_year: int, surplus: Surplus | None,
    decision: Decision,
) -> Plan:  # fmt: skip
    """What renewing the earmark comes to (R20 b); without an amount all that is entitled and has room."""
    faults = authority_faults(decision, "renew", fund=fund) + earmark_faults(register, fund, subfund)
    in_year = decision.date.year
    if fund in register.policies:
        if register.policies[fund].recognition is Recognition.RESULT_YEAR:
            in_year = result_year
        if surplus is None:
            faults.append(codes.RESULT_UNKNOWN.at(fund, year=result_year))
        if ore is None:
            ore = renewable(register, fund, subfund, result_year, surplus)
        entitled = register.entitlement(fund, subfund, at=result_year)
        values: dict[str, Any] = {"amount": format_amount(ore), "fund": fund, "year": result_year}
        if ore > entitled or not ore:
            faults.append(codes.RENEWAL_ABOVE_ENTITLEMENT.at(fund, left=format_amount(entitled), **values))
        if surplus is not None and (left := surplus_left(register, result_year, surplus)) < (ore or 1):
            faults.append(codes.RENEWAL_WITHOUT_ROOM.at(fund, left=format_amount(left), **values))
    event = Renewed(fund, subfund, ore or 1, result_year, in_year, decision.date)
    return Plan((Draft(event, decision),), tuple(faults))


def plan_dissolve(
    register: FundRegister, balances: Balances, *, fund: str, subfund: str, ore: int | None, year: int, reason: str,
    decision: Decision,
) -> Plan:  # fmt: skip
    """What dissolving an earmark comes to (P12); without an amount all that is available."""
    faults = authority_faults(decision, "dissolve", fund=fund) + earmark_faults(register, fund, subfund)
    faults += reason_faults(fund, reason)
    pot = register.pots.get((fund, subfund))
    amount = ore if ore is not None else pot.available if pot else 0
    if fund in register.policies:
        faults += available_faults(register, balances, fund, subfund, max(1, amount), ())
    return Plan(
        (Draft(Dissolved(fund, subfund, max(1, amount), reason, year, decision.date), decision),), tuple(faults)
    )


def plan_transfer(
    register: FundRegister, balances: Balances, *, fund: str, from_subfund: str, to_subfund: str, ore: int, year: int,
    decision: Decision,
) -> Plan:  # fmt: skip
    """What moving an amount between sub-funds comes to: by the council alone, since they never net (I17)."""
    faults = authority_faults(decision, "transfer_subfund", fund=fund)
    faults += earmark_faults(register, fund, from_subfund, to_subfund)
    if from_subfund == to_subfund:
        faults.append(codes.SAME_SUBFUND.at(fund, fund=fund, subfund=from_subfund))
    if fund in register.policies:
        faults += available_faults(register, balances, fund, from_subfund, ore, ())
    event = SubfundTransferred(fund, from_subfund, to_subfund, ore, year, decision.date)
    return Plan((Draft(event, decision),), tuple(faults))


def plan_purpose(register: FundRegister, *, fund: str, subfund: str, purpose: str, decision: Decision) -> Plan:
    """What a change of purpose comes to (R28): nothing moves."""
    faults = authority_faults(decision, "change_purpose", fund=fund) + fund_faults(register, fund, subfund)
    faults += reason_faults(fund, purpose)
    return Plan((Draft(PurposeChanged(fund, subfund, purpose, decision.date), decision),), tuple(faults))


def plan_intention(register: FundRegister, *, fund: str, amounts: Mapping[int, int], decision: Decision) -> Plan:
    """What stating an intention over years comes to (S27): nothing moves; each year needs its own decision."""
    faults = authority_faults(decision, "state_intention", fund=fund) + fund_faults(register, fund)
    event = IntentionStated(fund, tuple(sorted(amounts.items())), decision.date)
    return Plan((Draft(event, decision),), tuple(faults))
