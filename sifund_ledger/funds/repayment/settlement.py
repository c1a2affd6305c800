"""The final settlement of a project (slutavräkning): floor, shortfall and who bears it (P7–P9; R22–R24; I12)."""

from __future__ import annotations

from typing import NamedTuple

from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.funds.policy.policy import LossBearer, Policy
from sifund_ledger.funds.project.release import project_faults
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.repay import reassigned, repaid
from sifund_ledger.funds.repayment.repayment import Target, needs_measure, oldest_first, targets
from sifund_ledger.funds.state.claim_events import PlanRevised, ShortfallBorne
from sifund_ledger.funds.state.postings import PlanLine, YearOre
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding, ProjectState, moved_lines
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.records import Draft, Event, Plan


class Settlement(NamedTuple):
    """What a settlement asks of a board, in öre: what it is to have repaid in all, on what ground, and the rest."""

    board: str
    target: Target
    to_repay: int
    lacking: int
    shortfall: int


def settlement_of(policy: Policy, claims: dict[str, BoardClaim], measured: dict[str, int]) -> tuple[Settlement, ...]:
    """The settlement of each board: to repay now, what the claim lacks for that, and what is not repaid.

    >>> orebro = Policy(name="p", source="s", revolving=True, repayment_floor_share="0.30",
    ...                 repayment_basis="max_floor_measured")
    >>> claims = {"social": BoardClaim(360, 360, open_lines=((2020, 360),))}
    >>> [(each.to_repay, each.shortfall) for each in settlement_of(orebro, claims, {"social": 0})]
    [(108, 252)]
    """
    settled = []
    for board, target in targets(policy, claims, measured).items():
        claim = claims[board]
        if policy.loss_bearer is LossBearer.BENEFITING_UNITS and target.ore < claim.repaid + claim.open:
            target = Target(claim.repaid + claim.open, "loss")
        to_repay = max(0, target.ore - claim.repaid)
        lacking = max(0, to_repay - claim.open)
        settled.append(Settlement(board, target, to_repay, lacking, max(0, claim.open - to_repay)))
    return tuple(settled)


def settlement_faults(register: FundRegister, project: str, frame_year: int) -> list[Finding]:
    """Why a project cannot be settled: it runs, it is settled, it has nothing to repay, or an effect is not known."""
    faults = project_faults(register, project, running=False)
    state = register.project(project)
    if state is None:
        return faults
    policy = register.policy_of_project(state)
    if not state.revolving:
        return [codes.REPAYMENT_IN_BUDGET_MODEL.at(project, project=project, policy=policy.name, start=state.start)]
    if state.standing is ProjectStanding.SETTLED:
        faults.append(codes.SETTLED_ALREADY.at(project, project=project))
    elif state.standing is ProjectStanding.RUNNING:
        faults.append(codes.SETTLED_WHILE_RUNNING.at(project, project=project))
    if frame_year < state.start.year:
        faults.append(codes.SETTLED_BEFORE_START.at(project, project=project, year=frame_year, start=state.start.year))
    if needs_measure(policy) and policy.loss_bearer is not LossBearer.BENEFITING_UNITS:
        faults += [
            codes.EFFECT_NOT_MEASURED.at(f"{project}, {board}", project=project, board=board)
            for board in state.boards
            if register.claims[project, board].open and register.measured(project, board) is None
        ]
    return faults


def plan_settle(register: FundRegister, *, project: str, frame_year: int, decision: Decision) -> Plan:
    """What settling a project comes to: the last repayments, the loss charged or borne, and no claim left open."""
    faults = settlement_faults(register, project, frame_year)
    state = register.project(project)
    if state is None or faults:
        return Plan((), tuple(faults))
    policy = register.policy_of_project(state)
    claims = {board: register.claims[project, board] for board in state.boards}
    measured = {board: register.measured(project, board) or 0 for board in state.boards}
    events: list[Event] = []
    lost: list[PlanLine] = []
    for each in settlement_of(policy, claims, measured):
        lines = claims[each.board].open_lines
        if each.lacking:  # the floor is measured on the original plan, whatever it was revised to
            more = ((each.board, frame_year, each.lacking),)
            events.append(_raised(state, more, decision))
            lines = moved_lines(lines, ((frame_year, each.lacking),), 1)
        settled = oldest_first(lines, each.to_repay)
        if each.to_repay:
            basis = each.target.basis
            events.append(
                repaid(register, state, each.board, each.to_repay, basis, frame_year, frame_year, decision, settled)
            )
        left = moved_lines(lines, settled, -1)
        paid = claims[each.board].repaid + each.to_repay
        claims[each.board] = claims[each.board]._replace(repaid=paid, open_lines=left)
        lost += [(each.board, year, ore) for year, ore in left]
    if lost and policy.loss_bearer is LossBearer.IMPLEMENTING_UNIT:
        events += _charged(register, state, claims, lost, frame_year, decision)
    elif lost:
        year, day = decision.date.year, decision.date
        events.append(ShortfallBorne(state.fund, state.subfund, project, tuple(lost), year, day))
    events.append(ProjectMoved(project, ProjectStanding.SETTLED.value, "slutavräknat", decision.date))
    return Plan(tuple(Draft(event, decision) for event in events))


def _raised(state: ProjectState, lines: tuple[PlanLine, ...], decision: Decision) -> PlanRevised:
    year, day = decision.date.year, decision.date
    return PlanRevised(state.fund, state.subfund, state.name, lines, "golvet på den ursprungliga planen", year, day)


def _charged(
    register: FundRegister, state: ProjectState, claims: dict[str, BoardClaim], lost: list[PlanLine], frame_year: int,
    decision: Decision,
) -> list[Event]:  # fmt: skip
    """P9: the loss first moves, claim and debt, to the unit that carried the project out, which then repays it."""
    events: list[Event] = []
    all_lines: tuple[YearOre, ...] = ()
    for board in dict.fromkeys(board for board, _, _ in lost):
        lines = tuple((year, ore) for name, year, ore in lost if name == board)
        all_lines = moved_lines(all_lines, lines, 1)
        if board != state.board:
            events.append(
                reassigned(state, claims[board], board, state.board, lines, "förlusten bärs av utföraren", decision)
            )
    total = sum(ore for _, ore in all_lines)
    events.append(repaid(register, state, state.board, total, "loss", frame_year, frame_year, decision, all_lines))
    return events
