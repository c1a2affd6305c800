"""Granting to projects and amending grants (beviljande, P2, P6; ruling R19; I5, I8–I10, I17; S12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any, ClassVar

from sifund_ledger.authority import GRANT_TASK
from sifund_ledger.fields.annotated import Decided, Positive, Reason, Signed
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.fields import FundName, Subfund
from sifund_ledger.funds.fund.rules import FundsState, fund_known, policy_of
from sifund_ledger.funds.policy.choices import LegalForm, RepaymentProfile
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.project.fields import (
    Board,
    Financing,
    FirstDay,
    FrameChanges,
    Frames,
    LastDay,
    Participants,
    PlanChanges,
    ProjectName,
    RepaymentPlan,
    lines_of,
    plan_of,
)  # fmt: skip
from sifund_ledger.funds.repayment.findings import (
    ABOVE_CLAIM,
    PLAN_BELOW_GRANT,
    PLAN_CHANGE_UNSOUND,
    PLAN_FROZEN_BY_USE,
    PLAN_NEEDS_YEARS,
)
from sifund_ledger.funds.repayment.plan import plan_faults, plan_warnings
from sifund_ledger.funds.state import project_events as events
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.project import NO_CLAIM, ProjectStanding, ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.commands import Command


def required_plan(policy: Policy, granted_ore: int) -> int:
    """The least that a plan must repay of a grant: the policy's share of it, rounded up to the öre (I10).

    >>> required_plan(Policy(name="p", source="s", revolving=True), 600)
    600
    """
    return ceil(Fraction(policy.payback_required_share) * granted_ore)


def _terms(command: Grant, state: FundsState) -> shared.Terms:
    return shared.new_terms(command, state, command.decision.date)


def _board_stands(command: Grant, state: FundsState) -> Iterable[Finding]:
    return shared.board_faults(state.register, command.board, command.decision.date)


def _project_is_free(command: Grant, state: FundsState) -> Iterator[Finding]:
    """The project is new, or runs in the same sub-fund and board."""
    known = state.register.project(command.project)
    if known is None:
        return
    if (known.fund, known.board, known.subfund) != (command.fund, command.board, command.subfund):
        yield codes.PROJECT_ELSEWHERE.at(known.name, project=known.name, fund=known.fund, board=known.board)
    if known.standing is not ProjectStanding.RUNNING:
        yield codes.PROJECT_NOT_RUNNING.at(known.name, project=known.name, standing=known.standing)


def _available(command: Grant, state: FundsState) -> Iterable[Finding]:
    policy_of(command, state)
    return shared.above_room(state, command.fund, command.subfund, command.amount, shared.frames_of(command))


def _financed(command: Grant, state: FundsState) -> Iterator[Finding]:
    """The decision says how it is financed (KL 11:15)."""
    if not command.financing.strip():
        yield codes.GRANT_UNFINANCED.at(
            shared.place_of(command), years=tuple(year for year, _ in shared.frames_of(command))
        )


def _in_window(command: Grant, state: FundsState) -> Iterator[Finding]:
    """The policy lets grants be made in the year, and so much of them."""
    policy, year, fund = _terms(command, state).policy, command.decision.date.year, command.fund
    yield from shared.outside_window(fund, policy, year)
    yield from shared.above_annual_frame(state, fund, command.subfund, year, command.amount, policy)


def _ends_after_start(command: Grant, state: FundsState) -> Iterator[Finding]:
    start = _terms(command, state).start
    if command.end is not None and command.end < start:
        yield codes.PROJECT_ENDS_EARLY.at(command.project, project=command.project, start=start, end=command.end)


def _years_given(command: Grant | AmendGrant, terms: shared.Terms) -> Iterator[Finding]:
    """Where the policy has each instalment decided, the plan says them."""
    if terms.policy.repayment_profile is RepaymentProfile.CUSTOM:
        for board, parts in (command.plan or {}).items():
            if isinstance(parts, tuple):
                values: dict[str, Any] = {"project": command.project, "policy": terms.policy.name, "board": board}
                yield PLAN_NEEDS_YEARS.at(command.project, **values)


def _repaid(command: Grant, state: FundsState) -> Iterator[Finding]:
    """The plan is what the policy asks for (I8–I13)."""
    terms, project, lines = _terms(command, state), command.project, lines_of(command.plan)
    yield from _years_given(command, terms)
    yield from plan_faults(state.register, project, lines, terms, required_plan(terms.policy, command.amount))
    yield from plan_warnings(project, lines, terms)


def _start_stands(command: Grant, state: FundsState) -> Iterator[Finding]:
    """A project begins once."""
    known = state.register.project(command.project)
    if known is not None and command.start not in (None, known.start):
        yield codes.START_STANDS.at(known.name, project=known.name, start=known.start, given=command.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Command, sv="bevilja", cli="project grant"):
    """Grant an amount to a project (bevilja, P2): committed in the fund, added to the board's frames by year."""

    kinds: ClassVar = (events.Granted.kind, events.GrantedOfFrame.kind)
    rules: ClassVar = (
        shared.delegable(GRANT_TASK, lambda command, state: command.fund), fund_known, shared.own_boards, _board_stands,
        _project_is_free, _available, shared.frames_add_up, shared.frames_running, _financed, _in_window,
        _ends_after_start, _repaid, _start_stands,
    )  # fmt: skip
    fund: FundName
    project: ProjectName
    amount: Positive
    board: Board
    financing: Financing
    decision: Decided
    frames: Frames | None = None
    plan: RepaymentPlan | None = None
    subfund: Subfund = ""
    start: FirstDay | None = None
    end: LastDay | None = None
    participants: Participants = ()

    def event_type(self, state: FundsState) -> type[events.Granted]:
        """A grant of earmarked equity, or of a frame or a reserve."""
        of_equity = _terms(self, state).policy.legal_form is LegalForm.EARMARKED_EQUITY
        return events.Granted if of_equity else events.GrantedOfFrame

    def values(self, state: FundsState) -> dict[str, Any]:
        """The frames that it adds to the board, and the plan that repays it."""
        return {"frames": shared.frames_of(self), "plan": lines_of(self.plan), "year": self.decision.date.year}


def _raised_within_room(command: AmendGrant, state: FundsState) -> Iterator[Finding]:
    """What is added is there to grant, within the window and the year's frame."""
    project, ore = shared.project_of(command, state), command.amount
    if ore <= 0:
        return
    policy = shared.terms_of(state, project).policy
    yield from shared.above_room(state, project.fund, project.subfund, ore, shared.frames_of(command))
    year = command.decision.date.year
    yield from shared.outside_window(project.fund, policy, year)
    yield from shared.above_annual_frame(state, project.fund, project.subfund, year, ore, policy)


def revised_up(register: FundRegister, project: ProjectState) -> tuple[PlanLine, ...]:
    """What the plan has been revised to beyond what is frozen of it, as lines, the latest first; none is frozen yet."""
    lines: list[PlanLine] = []
    for board in project.boards:
        claim = register.claims[project.name, board]
        beyond = claim.planned - claim.original
        for year, ore in reversed(claim.open_lines):
            part = min(ore, beyond)
            if part > 0:
                lines.append((board, year, part))
                beyond -= part
    return tuple(lines)


def _frozen_with(command: AmendGrant, state: FundsState) -> tuple[PlanLine, ...]:
    """What a raise or a cut changes the frozen plan by (R36): its own plan, or what had been revised up before."""
    project, lines = shared.project_of(command, state), lines_of(command.plan)
    if lines or command.amount <= 0 or not project.revolving:
        return lines
    needed, frozen = required_plan(shared.terms_of(state, project).policy, command.amount), []
    for board, year, ore in revised_up(state.register, project):
        part = min(ore, needed)
        if part > 0:
            frozen.append((board, year, part))
            needed -= part
    return tuple(frozen)


def _raise_repaid(command: AmendGrant, state: FundsState) -> Iterator[Finding]:
    """A raise has a plan that repays it, as a grant has (I10; R36): its own, or one revised up before."""
    project, lines, register = shared.project_of(command, state), lines_of(command.plan), state.register
    if command.amount <= 0 or not (project.revolving or lines):
        return
    terms = shared.terms_of(state, project)
    needed = required_plan(terms.policy, command.amount)
    if lines:
        yield from _years_given(command, terms)
        yield from plan_faults(register, project.name, lines, terms, needed)
        yield from plan_warnings(project.name, lines, terms)
    elif (missing := needed - sum(ore for _, _, ore in _frozen_with(command, state))) > 0:
        frozen = sum(register.claims[project.name, board].original for board in project.boards)
        values: dict[str, Any] = {"planned": frozen + needed - missing, "required": frozen + needed}
        yield PLAN_BELOW_GRANT.at(project.name, project=project.name, missing=missing, **values)


def _plan_follows_grant(command: AmendGrant, state: FundsState) -> Iterator[Finding]:
    """The frozen plan is raised with the grant, or, before any use, lowered with it (R36)."""
    project, lines = shared.project_of(command, state), lines_of(command.plan)
    if not lines:
        return
    if any(ore * command.amount <= 0 for _, _, ore in lines):
        total = sum(ore for _, _, ore in lines)
        yield PLAN_CHANGE_UNSOUND.at(project.name, project=project.name, plan=total, amount=command.amount)
    elif command.amount < 0:
        yield from _plan_lowered(command, state, lines)


def _plan_lowered(command: AmendGrant, state: FundsState, lines: tuple[PlanLine, ...]) -> Iterator[Finding]:
    project, claims = shared.project_of(command, state), state.register.claims
    if project.used:
        yield PLAN_FROZEN_BY_USE.at(project.name, project=project.name, used=project.used)
    for board, by_year in plan_of(lines).items():
        claim = claims.get((project.name, board), NO_CLAIM)
        open_lines, less = dict(claim.open_lines), -sum(by_year.values())
        left = min(claim.original, sum(min(-ore, open_lines.get(year, 0)) for year, ore in by_year.items()))
        if less > left:
            values: dict[str, Any] = {"project": project.name, "board": board, "amount": less, "left": left}
            yield ABOVE_CLAIM.at(f"{project.name}, {board}", **values)
    planned = sum(claims[project.name, board].planned for board in project.boards) + sum(ore for _, _, ore in lines)
    policy = shared.terms_of(state, project).policy
    required = required_plan(policy, project.granted - project.released + command.amount)
    if planned < required:
        about: dict[str, Any] = {"planned": planned, "required": required, "missing": required - planned}
        yield PLAN_BELOW_GRANT.at(project.name, project=project.name, **about)


def _lowered_within_rest(command: AmendGrant, state: FundsState) -> Iterator[Finding]:
    project = shared.project_of(command, state)
    if command.amount < 0 and -command.amount > project.left:
        yield codes.GRANT_BELOW_USED.at(project.name, project=project.name, amount=-command.amount, left=project.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendGrant(Command, sv="ändra_beviljande", cli="project amend"):
    """Raise a grant, by a negative amount lower it, or with zero move it between years' frames (S12)."""

    kinds: ClassVar = (events.GrantAmended.kind, events.GrantOfFrameAmended.kind)
    rules: ClassVar = (
        shared.project_known, shared.project_running, shared.reason_given, shared.delegable("amend"),
        shared.after_grant, shared.own_boards, shared.frames_add_up, shared.frames_open, _raised_within_room,
        _raise_repaid,
        _plan_follows_grant, _lowered_within_rest,
    )  # fmt: skip
    project: ProjectName
    amount: Signed
    reason: Reason
    decision: Decided
    frames: FrameChanges | None = None
    plan: PlanChanges | None = None

    def event_type(self, state: FundsState) -> type[events.GrantAmended]:
        """An amendment of earmarked equity, or of a frame or a reserve; with a plan, where any is frozen with it."""
        of_equity = state.register.is_earmark(shared.project_of(self, state).fund)
        if _frozen_with(self, state):
            return events.GrantAmendedWithPlan if of_equity else events.GrantOfFrameAmendedWithPlan
        return events.GrantAmended if of_equity else events.GrantOfFrameAmended

    def values(self, state: FundsState) -> dict[str, Any]:
        """The change of the board's frames, of its plan, and of what is frozen."""
        project, frames = shared.project_of(self, state), tuple(line for line in shared.frames_of(self) if line[1])
        plan = {"plan": lines_of(self.plan), "frozen": _frozen_with(self, state)}
        about = {"board": project.board, "frames": frames, "year": self.decision.date.year}
        return {**shared.fund_of(project), **about, **plan}


COMMANDS: tuple[type[Command], ...] = (Grant, AmendGrant)
