"""Repayments (återföring, P7), measures, revised plans, waivers (P10), moved claims (P11): what may be, and why not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import format_amount
from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.policy.policy import ClawbackMode
from sifund_ledger.funds.project.release import project_faults, reason_faults
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.boards import board_faults
from sifund_ledger.funds.repayment.plan import deadline_faults, plan_warnings
from sifund_ledger.funds.repayment.repayment import basis_of, cap_of, due_in, oldest_first, share_of
from sifund_ledger.funds.state.claim_events import EffectMeasured, PlanRevised, Reassigned, Repaid, Waived
from sifund_ledger.funds.state.postings import PlanLine, YearOre
from sifund_ledger.funds.state.project import NO_CLAIM, BoardClaim, ProjectStanding, ProjectState, moved_lines
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.records import Draft, Plan

_NO_DAY: Final = date.min


class RepayRequest(NamedTuple):
    """A repayment that is asked for; without ``ore`` what is due by the policy. Years as in ruling R21."""

    project: str
    board: str
    ore: int | None
    effect_year: int
    frame_year: int
    decision: Decision
    rebased: bool = False


def claim_faults(register: FundRegister, project: str, board: str) -> list[Finding]:
    """Why nothing can be claimed of a board: no such project, no repayment under its policy, no claim, or settled."""
    faults = project_faults(register, project, running=False)
    state = register.project(project)
    if state is None:
        return faults
    if not state.revolving:
        policy = register.policy_of_project(state)
        return [codes.REPAYMENT_IN_BUDGET_MODEL.at(project, project=project, policy=policy.name, start=state.start)]
    if state.standing is ProjectStanding.SETTLED:
        faults.append(codes.PROJECT_SETTLED.at(project, project=project))
    if (project, board) not in register.claims:
        known = ", ".join(state.boards) or "–"
        faults.append(codes.CLAIM_UNKNOWN.at(f"{project}, {board}", project=project, board=board, known=known))
    return faults


def plan_repay(register: FundRegister, request: RepayRequest) -> Plan:
    """What a repayment comes to, its first step (R20 a): the frame is lowered and the claim settled, oldest first."""
    project, board, _, effect_year, frame_year, decision, rebased = request
    faults = claim_faults(register, project, board)
    state, place = register.project(project), f"{project}, {board}"
    if state is None or faults:
        return Plan((), tuple(faults))
    policy, claim = register.policy_of_project(state), register.claims[project, board]
    measured = register.measured(project, board)
    ore = due_in(policy, claim, measured, frame_year) if request.ore is None else request.ore
    if ore <= 0:
        faults.append(codes.NOTHING_DUE.at(place, project=project, board=board, year=frame_year))
    if policy.clawback_mode is ClawbackMode.AFTER_REBASE and not rebased:
        faults.append(codes.REBASE_MISSING.at(place, project=project, policy=policy.name, board=board))
    if not state.start.year <= effect_year <= frame_year:
        years: dict[str, Any] = {"effect_year": effect_year, "frame_year": frame_year, "start": state.start.year}
        faults.append(codes.REPAYMENT_YEARS_BACKWARDS.at(place, project=project, **years))
    most = most_of(register, state, claim)
    values: dict[str, Any] = {"project": project, "board": board, "amount": format_amount(ore)}
    if ore > most:
        faults.append(codes.ABOVE_CLAIM.at(place, left=format_amount(most), **values))
    if policy.clawback_mode is ClawbackMode.AUTOMATIC_MEASURED and ore > (measured or 0) - claim.repaid:
        left = max(0, (measured or 0) - claim.repaid)
        faults.append(codes.ABOVE_MEASURED.at(place, left=format_amount(left), **values))
    event = repaid(register, state, board, max(1, ore), basis_of(policy), effect_year, frame_year, decision)
    return Plan((Draft(event, decision),), tuple(faults))


def most_of(register: FundRegister, state: ProjectState, claim: BoardClaim) -> int:
    """The most that a board can still repay: what is open, and never above the cap of its plan (I11); öre."""
    policy = register.policy_of_project(state)
    room = cap_of(policy, claim.planned) - claim.repaid
    return max(0, room if policy.repayment_cap_share > 1 else min(room, claim.open))


def repaid(
    register: FundRegister, state: ProjectState, board: str, ore: int, basis: str, effect_year: int, frame_year: int,
    decision: Decision, lines: tuple[YearOre, ...] | None = None,
) -> Repaid:  # fmt: skip
    """The event of a repayment, settling the oldest instalments unless ``lines`` says which."""
    claim = register.claims.get((state.name, board), NO_CLAIM)
    settled = oldest_first(claim.open_lines, ore) if lines is None else lines
    permanent = register.policy_of_project(state).frame_lowered_permanently
    return Repaid(
        state.fund, state.subfund, state.name, board, ore, settled, basis, effect_year, frame_year, permanent,
        register.is_earmark(state.fund), decision.date.year, decision.date,
    )  # fmt: skip


def plan_measure(
    register: FundRegister, *, project: str, board: str, effect_year: int, ore: int, certificate: str,
    decision: Decision | None,
) -> Plan:  # fmt: skip
    """What stating a measured effect comes to; the latest measure of a board's year counts."""
    faults = project_faults(register, project, running=False)
    state = register.project(project)
    if not board.strip():
        faults.append(NAME_EMPTY.at(project, what=Bilingual("Nämnden", "The board")))
    if state is not None and effect_year < state.start.year:
        years: dict[str, Any] = {"effect_year": effect_year, "frame_year": effect_year, "start": state.start.year}
        faults.append(codes.REPAYMENT_YEARS_BACKWARDS.at(project, project=project, **years))
    if state is not None and state.standing is ProjectStanding.SETTLED:
        faults.append(codes.PROJECT_SETTLED.at(project, project=project))
    day = decision.date if decision is not None else state.start if state else _NO_DAY
    return Plan((Draft(EffectMeasured(project, board, effect_year, ore, certificate, day), decision),), tuple(faults))


def plan_revision(
    register: FundRegister, *, project: str, plan: Mapping[str, Mapping[int, int]], reason: str, decision: Decision
) -> Plan:
    """What a revised plan comes to: ``plan`` is what the boards in it are to repay from now on; others stay as they
    are. The frozen original is not touched, and with it the floor (R24)."""
    faults = project_faults(register, project, running=False) + reason_faults(project, reason)
    state = register.project(project)
    if state is None:
        return Plan((), tuple(faults))
    faults += authority_faults(decision, "amend", fund=state.fund, delegations=register.delegations)
    policy = register.policy_of_project(state)
    if not state.revolving:
        faults.append(
            codes.REPAYMENT_IN_BUDGET_MODEL.at(project, project=project, policy=policy.name, start=state.start)
        )
    if state.standing is ProjectStanding.SETTLED:
        faults.append(codes.PROJECT_SETTLED.at(project, project=project))
    changes: list[PlanLine] = []
    for board, by_year in plan.items():
        faults += board_faults(register, board, decision.date)
        wanted = tuple(sorted((year, ore) for year, ore in by_year.items() if ore))
        now = register.claims.get((project, board), NO_CLAIM).open_lines
        changes += [(board, year, ore) for year, ore in moved_lines(wanted, now, -1)]
    if not changes:
        faults.append(codes.REVISION_CHANGES_NOTHING.at(project, project=project))
        return Plan((), tuple(faults))
    after = _lines_after(register, state, plan)
    warnings = plan_warnings(project, after, policy, state.end)
    if after:
        no_start = policy.start_deadline_years is None or any(
            register.claims.get((project, board), NO_CLAIM).repaid for board in state.boards
        )
        found = deadline_faults(project, after, policy, state.start, state.end)
        faults += [fault for fault in found if not (no_start and fault.code == "PLAN_STARTS_LATE")]
    event = PlanRevised(state.fund, state.subfund, project, tuple(changes), reason, decision.date.year, decision.date)
    return Plan((Draft(event, decision),), tuple(faults), tuple(warnings))


def _lines_after(
    register: FundRegister, state: ProjectState, plan: Mapping[str, Mapping[int, int]]
) -> tuple[PlanLine, ...]:
    lines = [(board, year, ore) for board, by_year in plan.items() for year, ore in by_year.items() if ore]
    for board in state.boards:
        if board not in plan:
            lines += [(board, year, ore) for year, ore in register.claims[state.name, board].open_lines]
    return tuple(lines)


def plan_waive(
    register: FundRegister, *, project: str, board: str, ore: int | None, reason: str, decision: Decision
) -> Plan:
    """What giving up a claim comes to (P10): all that is open, or an amount of it, the oldest first."""
    faults = claim_faults(register, project, board) + reason_faults(project, reason)
    state = register.project(project)
    if state is None or (project, board) not in register.claims:
        return Plan((), tuple(faults))
    faults += authority_faults(decision, "waive", fund=state.fund, delegations=register.delegations)
    claim = register.claims[project, board]
    amount = claim.open if ore is None else ore
    faults += _open_faults(project, board, amount, claim)
    lines = oldest_first(claim.open_lines, amount)
    event = Waived(state.fund, state.subfund, project, board, lines, reason, decision.date.year, decision.date)
    return Plan((Draft(event, decision),) if lines else (), tuple(faults))


def _open_faults(project: str, board: str, ore: int, claim: BoardClaim) -> list[Finding]:
    if 0 < ore <= claim.open:
        return []
    amounts: dict[str, Any] = {"amount": format_amount(ore), "left": format_amount(claim.open)}
    return [codes.ABOVE_CLAIM.at(f"{project}, {board}", project=project, board=board, **amounts)]


def plan_reassign(
    register: FundRegister, *, project: str, from_board: str, to_board: str, ore: int | None, reason: str,
    decision: Decision,
) -> Plan:  # fmt: skip
    """What moving a claim and its debt to another board comes to (P11, R22)."""
    faults = claim_faults(register, project, from_board) + reason_faults(project, reason)
    faults += board_faults(register, to_board, decision.date)
    if not to_board.strip() or to_board == from_board:
        faults.append(NAME_EMPTY.at(project, what=Bilingual("Den nya nämnden", "The new board")))
    state = register.project(project)
    if state is None or (project, from_board) not in register.claims:
        return Plan((), tuple(faults))
    faults += authority_faults(decision, "reassign", fund=state.fund, delegations=register.delegations)
    claim = register.claims[project, from_board]
    amount = claim.open if ore is None else ore
    faults += _open_faults(project, from_board, amount, claim)
    lines = oldest_first(claim.open_lines, amount)
    event = reassigned(state, claim, from_board, to_board, lines, reason, decision)
    return Plan((Draft(event, decision),) if lines else (), tuple(faults))


def reassigned(
    state: ProjectState, claim: BoardClaim, from_board: str, to_board: str, lines: tuple[YearOre, ...], reason: str,
    decision: Decision,
) -> Reassigned:  # fmt: skip
    """The event that moves instalments; the part of the original plan that they stand for goes with them."""
    left = max(0, claim.original - claim.repaid - claim.waived - claim.borne)
    original = share_of(left, sum(ore for _, ore in lines), claim.open)
    return Reassigned(
        state.fund, state.subfund, state.name, from_board, to_board, lines, original, reason, decision.date.year,
        decision.date,
    )  # fmt: skip
