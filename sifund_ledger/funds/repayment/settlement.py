"""The final settlement of a project (slutavräkning): floor, shortfall and who bears it (P7–P9; R22–R24; I12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Final, NamedTuple

from sifund_ledger.fields.annotated import Decided
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.policy.choices import LossBearer
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.project.fields import FrameYear, ProjectName
from sifund_ledger.funds.project.rules import delegable, frames_running, project_known, project_of, require, under_grant
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.claims import repays_anything
from sifund_ledger.funds.repayment.repaying import repaid
from sifund_ledger.funds.repayment.repayment import Target, needs_measure, oldest_first, targets, within_floor
from sifund_ledger.funds.state.claim_events import PlanRevised, Reassigned, ShortfallBorne
from sifund_ledger.funds.state.postings import PlanLine, YearOre
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding, ProjectState, moved_lines
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Draft, Event


class Settlement(NamedTuple):
    """What a settlement asks of a board, in öre: what it is to have repaid in all, on what ground, and the rest."""

    board: str
    target: Target
    to_repay: int
    lacking: int
    shortfall: int


def settlement_of(
    policy: Policy, claims: dict[str, BoardClaim], measured: dict[str, int], used_ore: int, *, late: bool = False
) -> tuple[Settlement, ...]:
    """The settlement of each board: to repay now, what the claim lacks for that, and what is not repaid.

    Where it comes ``late``, after the policy's hard limit, nothing more is asked of a board: the rest is a loss (R51).

    >>> orebro = Policy(name="p", source="s", revolving=True, repayment_floor_share="0.30",
    ...                 repayment_basis="max_floor_measured")
    >>> claims = {"social": BoardClaim(360, 360, open_lines=((2020, 360),))}
    >>> [(each.to_repay, each.shortfall) for each in settlement_of(orebro, claims, {"social": 0}, 360)]
    [(108, 252)]
    """
    settled = []
    for board, target in targets(policy, claims, measured, used_ore).items():
        claim = claims[board]
        target = Target(claim.repaid, target.basis) if late else target
        if policy.loss_bearer is LossBearer.BENEFITING_UNITS and target.ore < claim.repaid + claim.open:
            target = Target(claim.repaid + claim.open, "loss")
        to_repay = max(0, target.ore - claim.repaid)
        lacking = max(0, to_repay - claim.open)
        settled.append(Settlement(board, target, to_repay, lacking, max(0, claim.open - to_repay)))
    return tuple(settled)


def _closed(command: Settle, state: FundsState) -> Iterator[Finding]:
    """The project is closed, and not settled yet."""
    project = project_of(command, state)
    if project.standing is ProjectStanding.SETTLED:
        yield codes.SETTLED_ALREADY.at(project.name, project=project.name)
    elif project.standing is ProjectStanding.RUNNING:
        yield codes.SETTLED_WHILE_RUNNING.at(project.name, project=project.name)


def _not_before_start(command: Settle, state: FundsState) -> Iterator[Finding]:
    project, year = project_of(command, state), command.frame_year
    if year < project.start.year:
        yield codes.SETTLED_BEFORE_START.at(project.name, project=project.name, year=year, start=project.start.year)


def _effects_known(command: Settle, state: FundsState) -> Iterator[Finding]:
    """The effect for each board that still owes is measured, where the settlement asks for it."""
    project, register = project_of(command, state), state.register
    policy = register.policy_of_project(project)
    if not needs_measure(policy) or policy.loss_bearer is LossBearer.BENEFITING_UNITS:
        return
    for board in project.boards:
        if register.claims[project.name, board].open and register.measured(project.name, board) is None:
            yield codes.EFFECT_NOT_MEASURED.at(f"{project.name}, {board}", project=project.name, board=board)


def _late(command: Settle, state: FundsState) -> int | None:
    """The last year of repayment, where the settlement comes after it."""
    until = state.register.repaid_until(project_of(command, state))
    return until if until is not None and command.frame_year > until else None


def _claims(register: FundRegister, project: ProjectState) -> dict[str, BoardClaim]:
    return {board: register.claims[project.name, board] for board in project.boards}


def _settlements(command: Settle, state: FundsState) -> tuple[Settlement, ...]:
    project, register = project_of(command, state), state.register
    policy = register.policy_of_project(project)
    claims = _claims(register, project)
    measured = {board: register.measured_in_time(project, board) or 0 for board in project.boards}
    return settlement_of(policy, claims, measured, project.used, late=_late(command, state) is not None)


def _floor_of_used(command: Settle, state: FundsState) -> Iterator[Finding]:
    """Floors that come to a larger share of what was used than the policy's of the plan (R37)."""
    require(command, state, *_SETTLED_ONCE, _effects_known)
    project, register = project_of(command, state), state.register
    policy, asked = (
        register.policy_of_project(project),
        {each.board: each.target for each in _settlements(command, state)},
    )
    least, floor = within_floor(policy, _claims(register, project), asked), policy.repayment_floor_share
    if any(target.basis == "floor" for target in asked.values()) and least > floor * project.used > 0:
        values: dict[str, Any] = {"project": project.name, "amount": least, "share": Fraction(least, project.used)}
        yield codes.FLOOR_SHARE_OF_USED.at(project.name, floor=floor, **values)


def _collected_in_time(command: Settle, state: FundsState) -> Iterator[Finding]:
    """What was not collected by the policy's hard limit is a loss, and is shown as one (R51)."""
    require(command, state, *_SETTLED_ONCE, _effects_known)
    latest, project = _late(command, state), project_of(command, state)
    lost = sum(each.shortfall for each in _settlements(command, state))
    if latest is not None and lost:
        yield codes.SETTLED_AFTER_LIMIT.at(project.name, project=project.name, amount=lost, latest=latest)


def _loss_by_who_may_waive(command: Settle, state: FundsState) -> Iterator[Finding]:
    """A settlement with a loss gives up a claim: the body that may waive decides it (R44)."""
    require(command, state, *_SETTLED_ONCE, _effects_known)
    if any(each.shortfall for each in _settlements(command, state)):
        yield from delegable("waive")(command, state)


_CHARGED: Final = "förlusten bärs av utföraren"
_SETTLED_ONCE: Final = (project_known, repays_anything, _closed, _not_before_start, frames_running)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle(Command, sv="slutavräkna", cli="project settle"):
    """Settle a closed project's repayments for good (slutavräkna): floor, measured effect, and who bears the rest.

    What boards still owe by the policy lowers their frames of ``frame_year``; the loss is borne by the fund (P8),
    or charged to a unit (P9). No claim is open afterwards, and there is no second settlement.
    """

    # No ``kinds``: where nothing was left to repay, no event stores the year.
    rules: ClassVar = (
        *_SETTLED_ONCE, under_grant, _effects_known, _floor_of_used, _collected_in_time, _loss_by_who_may_waive,
    )  # fmt: skip
    project: ProjectName
    frame_year: FrameYear
    decision: Decided

    def drafts(self, state: FundsState) -> Iterator[Draft]:
        """The last repayments, the loss charged or borne, and no claim left open."""
        require(self, state, _closed)
        yield from (Draft(event, self.decision) for event in self._events(state, project_of(self, state)))

    def _events(self, state: FundsState, project: ProjectState) -> Iterator[Event]:
        register = state.register
        policy, day, year = register.policy_of_project(project), self.decision.date, self.frame_year
        claims = _claims(register, project)
        where = project.fund, project.subfund, project.name
        lost: list[PlanLine] = []
        for board, target, to_repay, lacking, _ in _settlements(self, state):
            lines = claims[board].open_lines
            if lacking:  # the floor is measured on the original plan, whatever it was revised to
                raised = ((board, year, lacking),)
                yield PlanRevised(*where, raised, "golvet på den ursprungliga planen", day.year, day)
                lines = moved_lines(lines, ((year, lacking),), 1)
            settled = oldest_first(lines, to_repay)
            if to_repay:
                yield repaid(register, project, board, to_repay, target.basis, year, year, self.decision, settled)
            left = moved_lines(lines, settled, -1)
            claims[board] = claims[board]._replace(repaid=claims[board].repaid + to_repay, open_lines=left)
            lost += [(board, of_year, ore) for of_year, ore in left]
        if lost and policy.loss_bearer is LossBearer.IMPLEMENTING_UNIT:
            yield from self._charged(register, project, claims)
        elif lost:
            yield ShortfallBorne(*where, tuple(lost), day.year, day)
        yield ProjectMoved(project.name, ProjectStanding.SETTLED.value, "slutavräknat", day)

    def _charged(self, register: FundRegister, project: ProjectState, claims: dict[str, BoardClaim]) -> Iterator[Event]:
        """P9: the loss first moves, claim and debt, to the unit that carried the project out, which then repays it."""
        decision, year = self.decision, self.frame_year
        all_lines: tuple[YearOre, ...] = ()
        for board, claim in claims.items():
            all_lines = moved_lines(all_lines, claim.open_lines, 1)
            if claim.open and board != project.board:
                day, lines = decision.date, claim.open_lines
                yield Reassigned(
                    project.fund, project.subfund, project.name, board, project.board, lines, claim.original_left,
                    _CHARGED, day.year, day,
                )  # fmt: skip
        total = sum(ore for _, ore in all_lines)
        yield repaid(register, project, project.board, total, "loss", year, year, decision, all_lines)


COMMANDS: tuple[type[Command], ...] = (Settle,)
