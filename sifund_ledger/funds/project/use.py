"""What may be used of an earmark, and why not (ianspråktagande, P4, P4b; rulings R14, R15; EM-4). Amounts are öre."""

from __future__ import annotations

from sifund_ledger.amounts import format_amount
from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.funds.policy.policy import LegalForm
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.project.grant import available_faults
from sifund_ledger.funds.state.fund_events import USES, Used, UsedDirectly
from sifund_ledger.funds.state.postings import committed
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState
from sifund_ledger.funds.state.project_events import UsedOfFrame, UsedOfReserve
from sifund_ledger.funds.state.register import FundRegister, fund_faults
from sifund_ledger.funds.tables.account import fund_movement
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Plan


def use_faults(
    register: FundRegister, balances: Balances, fund: str, subfund: str, project: str | None, ore: int, year: int,
    net_cost_ore: int | None,
) -> list[Finding]:  # fmt: skip
    """Why an amount cannot be used in a year (P4, and P4b without a project; rulings R14, R15; EM-4)."""
    if project is None:
        return _direct_faults(register, balances, fund, subfund, ore, year, net_cost_ore)
    state = register.project(project)
    if state is None or state.fund != fund:
        return [codes.PROJECT_UNKNOWN.at(project, fund=fund, project=project)]
    faults: list[Finding] = []
    if state.standing is not ProjectStanding.RUNNING:
        faults.append(codes.PROJECT_NOT_RUNNING.at(project, project=project, standing=state.standing.value))
    if year < state.first_year:
        faults.append(codes.USE_BEFORE_GRANT.at(project, project=project, year=year, granted=state.first_year))
    if ore > state.left:
        left = format_amount(state.left)
        faults.append(codes.ABOVE_GRANT.at(project, project=project, amount=format_amount(ore), left=left))
    if net_cost_ore is None:
        return [*faults, codes.NET_COST_MISSING.at(project, project=project)]
    return faults + _cost_faults(project, used_of(register, balances, state, year) + ore, net_cost_ore, year)


def _direct_faults(
    register: FundRegister, balances: Balances, fund: str, subfund: str, ore: int, year: int, net_cost_ore: int | None
) -> list[Finding]:
    policy, faults = register.policy_of(fund, subfund), []
    if not register.is_earmark(fund):
        faults.append(codes.DIRECT_USE_OF_EARMARK_ALONE.at(fund, fund=fund))
    if not policy.use_without_project:
        faults.append(codes.USE_NEEDS_PROJECT.at(fund, policy=policy.name))
    faults += available_faults(register, balances, fund, subfund, ore, ())
    cost = ore if net_cost_ore is None else net_cost_ore
    return faults + _cost_faults(fund, ore, cost, year)


def used_of(register: FundRegister, balances: Balances, state: ProjectState, year: int) -> int:
    """What a project has used in a year, in öre: from the journal where the earmark moves, a correction in its year."""
    if register.is_earmark(state.fund):
        return balances.movement(committed(state.fund, state.subfund, state.name), Used.kind, year=year)
    return register.used_in(state.name, year)


def _cost_faults(place: str, used_ore: int, cost_ore: int, year: int) -> list[Finding]:
    if used_ore <= cost_ore:
        return []
    return [
        codes.USE_ABOVE_NET_COST.at(
            f"{place} {year}", year=year, amount=format_amount(used_ore), cost=format_amount(cost_ore)
        )
    ]


def plan_use(
    register: FundRegister, balances: Balances, *, fund: str, subfund: str = "", project: str | None, ore: int,
    year: int, net_cost_ore: int | None, decision: Decision, reason: str = "",
) -> Plan:  # fmt: skip
    """What using an amount comes to: of a project's grant, or directly where the policy lets it.

    A use of a grant follows from the grant or the closing and cites that decision; a direct use is the council's (R27).
    Without a net cost, a project's reported cost of the year is taken.
    """
    faults = authority_faults(decision, "use_directly", fund=fund) if project is None else []
    found = fund_faults(register, fund, subfund if project is None else None)
    faults += found
    if project is None:
        if not found:
            faults += use_faults(register, balances, fund, subfund, None, ore, year, net_cost_ore)
        cost = ore if net_cost_ore is None else net_cost_ore
        return Plan((Draft(UsedDirectly(fund, subfund, ore, cost, year, decision.date), decision),), tuple(faults))
    report = register.costs.get((project, year))
    if net_cost_ore is None and report is not None:
        net_cost_ore = report.net_ore
    if not found:
        faults += use_faults(register, balances, fund, subfund, project, ore, year, net_cost_ore)
    state = register.project(project)
    form = register.policies[fund].legal_form if not found else LegalForm.EARMARKED_EQUITY
    cost, within = ore if net_cost_ore is None else net_cost_ore, state.subfund if state else subfund
    event: Used = Used(fund, within, project, ore, cost, year, decision.date)
    if form is LegalForm.OPERATING_FRAME:
        event = UsedOfFrame(fund, within, project, ore, cost, year, decision.date)
    elif form is LegalForm.RESULT_RESERVE:
        event = UsedOfReserve(fund, within, project, ore, cost, year, decision.date, reason)
        if not reason.strip():
            faults.append(codes.RESERVE_REASON_MISSING.at(project, project=project))
    return Plan((Draft(event, decision),), tuple(faults))


def used_in(balances: Balances, fund: str, year: int) -> int:
    """What a fund's earmark has been used for in a year, in öre, positive."""
    return -fund_movement(balances, fund, USES, year=year)
