"""How a project is followed up and ends (avslut): costs, amendments, carry-over, release, closing (P3, P5; I4, S25).

Amounts are öre. What is not used goes back to the fund, or falls to free equity where the policy says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import format_amount
from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.policy.policy import LegalForm, UnusedGrantRule
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.project.grant import annual_frame_faults, available_faults, required_plan
from sifund_ledger.funds.repayment.findings import PLAN_BELOW_GRANT
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState
from sifund_ledger.funds.state.project_events import (
    CostReported,
    FrameCarried,
    GrantAmended,
    GrantOfFrameAmended,
    Lapsed,
    ProjectMoved,
    Released,
    ReleasedOfFrame,
)
from sifund_ledger.funds.state.register import FundRegister, fund_faults
from sifund_ledger.ledger.accounts import BOARD_FRAME, frame
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Event, Plan


class Cost(NamedTuple):
    """A year's cost of a project, in öre (R15): gross, and what does not count in it."""

    gross: int
    contributions: int = 0
    overheads: int = 0
    capitalised: int = 0
    depreciation: int = 0


def project_faults(register: FundRegister, project: str, *, running: bool = True) -> list[Finding]:
    """Why a project cannot be named, or has ended where it should run."""
    state = register.project(project)
    if state is None:
        return [codes.PROJECT_UNKNOWN.at(project, fund="–", project=project)]
    if running and state.standing is not ProjectStanding.RUNNING:
        return [codes.PROJECT_NOT_RUNNING.at(project, project=project, standing=state.standing.value)]
    return []


def reason_faults(place: str, reason: str) -> list[Finding]:
    """Why a decision without a reason is refused."""
    return [] if reason.strip() else [codes.REASON_NEEDED.at(place, what=place)]


def net_cost(cost: Cost, *, overhead_counts: bool) -> int:
    """What of a cost may be met by the earmark (R15): net of contributions, of overheads unless the policy counts
    them, and of equipment that is capitalised, of which the depreciation counts instead; öre.

    >>> net_cost(Cost(250, contributions=150), overhead_counts=False)
    100
    """
    overheads = 0 if overhead_counts else cost.overheads
    return cost.gross - cost.contributions - overheads - cost.capitalised + cost.depreciation


def plan_cost(
    register: FundRegister, *, fund: str, project: str, board: str, year: int, cost: Cost, decision: Decision
) -> Plan:
    """What reporting a project's cost comes to (P3): nothing moves; a use of the year takes its net cost."""
    faults = fund_faults(register, fund)
    state, overhead_counts = register.project(project), False
    if not faults:
        without_grant = register.policies[fund].legal_form is LegalForm.OPERATING_FRAME
        if state is None and not without_grant:
            faults.append(codes.PROJECT_UNKNOWN.at(project, fund=fund, project=project))
        if state is None and not board.strip():
            faults.append(NAME_EMPTY.at(project, what=Bilingual("Nämnden", "The board")))
        overhead_counts = (register.policy_of_project(state) if state else register.policies[fund]).overhead_in_net_cost
    net = net_cost(cost, overhead_counts=overhead_counts)
    if net < 0:
        faults.append(
            codes.COST_UNSOUND.at(f"{project} {year}", project=project, year=year, excess=format_amount(-net))
        )
    event = CostReported(fund, project, state.board if state else board, year, *cost, net, decision.date)
    return Plan((Draft(event, decision),), tuple(faults))


def plan_amendment(
    register: FundRegister, balances: Balances, *, project: str, ore: int, frames: Mapping[int, int], reason: str,
    decision: Decision,
) -> Plan:  # fmt: skip
    """What raising (or, negative, lowering) a grant comes to, or with zero moving its frames between years (S12)."""
    faults = project_faults(register, project) + reason_faults(project, reason)
    state = register.project(project)
    if state is None:
        return Plan((), tuple(faults))
    faults += authority_faults(decision, "amend", fund=state.fund, delegations=register.delegations)
    by_year = tuple(sorted((frames or {decision.date.year: ore}).items()))
    if sum(part for _, part in by_year) != ore:
        total = format_amount(sum(part for _, part in by_year))
        faults.append(codes.FRAMES_DIFFER.at(project, frames=total, amount=format_amount(ore)))
    if ore > 0:
        faults += available_faults(register, balances, state.fund, state.subfund, ore, by_year)
        faults += _plan_covers(register, state, ore)
        policy, year = register.policy_of_project(state), decision.date.year
        faults += annual_frame_faults(register, state.fund, state.subfund, year, ore, policy)
    elif -ore > state.left:
        left = format_amount(state.left)
        faults.append(codes.GRANT_BELOW_USED.at(project, project=project, amount=format_amount(-ore), left=left))
    make = GrantAmended if register.is_earmark(state.fund) else GrantOfFrameAmended
    by_year = tuple(line for line in by_year if line[1])
    event = make(
        state.fund, state.subfund, project, ore, state.board, by_year, reason, decision.date.year, decision.date
    )
    return Plan((Draft(event, decision),), tuple(faults))


def _plan_covers(register: FundRegister, state: ProjectState, more_ore: int) -> list[Finding]:
    """A raised grant needs a plan that repays it (I10): the plan is revised first."""
    if not state.revolving:
        return []
    planned = sum(register.claims[state.name, board].planned for board in state.boards)
    required = required_plan(register.policy_of_project(state), state.granted - state.released + more_ore)
    if planned >= required:
        return []
    values: dict[str, Any] = {"planned": planned, "required": required, "missing": required - planned}
    texts: dict[str, Any] = {name: format_amount(value) for name, value in values.items()}
    return [PLAN_BELOW_GRANT.at(state.name, project=state.name, **texts)]


def plan_carry_over(
    register: FundRegister, balances: Balances, *, project: str, ore: int, year: int, decision: Decision
) -> Plan:
    """What carrying an unused part of a year's frame over to the next comes to (S25): the grant is as before."""
    faults = project_faults(register, project)
    state = register.project(project)
    if state is None:
        return Plan((), tuple(faults))
    policy = register.policy_of_project(state)
    if not policy.year_end_carry_over:
        faults.append(codes.CARRY_OVER_NOT_IN_POLICY.at(project, policy=policy.name))
    in_frame = balances.balance(frame(BOARD_FRAME, board=state.board, year=year))
    left = max(0, min(state.left, in_frame))
    if ore > left:
        values: dict[str, Any] = {"amount": format_amount(ore), "left": format_amount(left)}
        faults.append(codes.CARRY_OVER_ABOVE_FRAME.at(f"{project} {year}", project=project, year=year, **values))
    event = FrameCarried(state.fund, project, state.board, ore, year, year + 1, decision.date)
    return Plan((Draft(event, decision),), tuple(faults))


_BY_RULE: Final[dict[UnusedGrantRule, type[Released]]] = {
    UnusedGrantRule.RETURN_TO_FUND: Released,
    UnusedGrantRule.LAPSE_TO_EQUITY: Lapsed,
}


def _release(
    register: FundRegister, state: ProjectState, ore: int, frames: tuple[YearOre, ...], year: int, decision: Decision
) -> Released:
    make = _BY_RULE[register.policy_of_project(state).unused_grant_rule]
    if not register.is_earmark(state.fund):
        make = ReleasedOfFrame
    return make(state.fund, state.subfund, state.name, ore, state.board, frames, year, decision.date)


def plan_release(
    register: FundRegister, *, project: str, ore: int, frames: Mapping[int, int] | None, year: int, decision: Decision
) -> Plan:
    """What releasing an unused part of a grant comes to (P5): from the year's frame, unless ``frames`` says which."""
    faults = project_faults(register, project)
    state = register.project(project)
    if state is None:
        return Plan((), tuple(faults))
    if ore > state.left:
        left = format_amount(state.left)
        faults.append(codes.ABOVE_GRANT.at(project, project=project, amount=format_amount(ore), left=left))
    by_year = tuple(sorted((frames or {year: ore}).items()))
    if sum(part for _, part in by_year) != ore:
        total = format_amount(sum(part for _, part in by_year))
        faults.append(codes.FRAMES_DIFFER.at(project, frames=total, amount=format_amount(ore)))
    return Plan((Draft(_release(register, state, ore, by_year, year, decision), decision),), tuple(faults))


def plan_close(register: FundRegister, *, project: str, year: int, reason: str, decision: Decision) -> Plan:
    """What closing a project comes to: the rest of its grant is released (P5), and used + released = granted (I4)."""
    faults = project_faults(register, project)
    state = register.project(project)
    if state is None:
        return Plan((), tuple(faults))
    drafts: list[Event] = []
    if state.left:
        drafts.append(_release(register, state, state.left, ((year, state.left),), year, decision))
    drafts.append(ProjectMoved(project, ProjectStanding.CLOSED.value, reason, decision.date))
    return Plan(tuple(Draft(event, decision) for event in drafts), tuple(faults))


def plan_reopen(register: FundRegister, *, project: str, reason: str, decision: Decision) -> Plan:
    """What reopening a project comes to: from settled to closed, or from closed to running."""
    faults = project_faults(register, project, running=False) + reason_faults(project, reason)
    state = register.project(project)
    if state is None:
        return Plan((), tuple(faults))
    faults += authority_faults(decision, "amend", fund=state.fund, delegations=register.delegations)
    if state.standing is ProjectStanding.RUNNING:
        faults.append(codes.NOTHING_TO_REOPEN.at(project, project=project))
    settled = state.standing is ProjectStanding.SETTLED
    back = ProjectStanding.CLOSED if settled else ProjectStanding.RUNNING
    return Plan((Draft(ProjectMoved(project, back.value, reason, decision.date), decision),), tuple(faults))
