"""What boards have saved by a project, and repay of it (återföring, P7; R20)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from sifund_ledger.decisions import Decision
from sifund_ledger.fields.annotated import Decided, Positive
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import FLAG, NOT_NEGATIVE, TEXT
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.policy.choices import ClawbackMode
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.project.fields import Board, EffectYear, FrameYear, ProjectName
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.claims import CLAIM_STANDS, claim_of, not_settled
from sifund_ledger.funds.repayment.repayment import BASES, cap_of, due_in, oldest_first
from sifund_ledger.funds.state.claim_events import EffectMeasured, Repaid
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import NO_CLAIM, BoardClaim, ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Draft, Record


def _from_start_on(command: Measure | Repay, state: FundsState) -> Iterator[Finding]:
    """Effects arise from the start on, and lower the frame of their year or a later one (R21)."""
    project, effect = shared.project_of(command, state), command.effect_year
    frame = command.frame_year if isinstance(command, Repay) else effect
    if not project.start.year <= effect <= frame:
        place = f"{project.name}, {command.board}" if isinstance(command, Repay) else project.name
        values: dict[str, Any] = {"project": project.name, "start": project.start.year}
        values |= {"effect_year": effect, "frame_year": frame}
        yield codes.REPAYMENT_YEARS_BACKWARDS.at(place, **values)


def _effect_in_time(command: Measure, state: FundsState) -> Iterator[Finding]:
    """An effect after the hard limit is reported, and not clawed back (R51)."""
    project = shared.project_of(command, state)
    until = state.register.repaid_until(project)
    if until is not None and command.effect_year > until:
        values: dict[str, Any] = {"effect_year": command.effect_year, "latest": until}
        yield codes.EFFECT_AFTER_LIMIT.at(project.name, project=project.name, **values)


def _repays(command: Measure, state: FundsState) -> Iterator[Finding]:
    """Where the project has plans of repayment, the board has one: an effect of another board's repays nothing."""
    project = shared.project_of(command, state)
    planned = {board: state.register.claims[project.name, board].planned for board in project.boards}
    owing = [board for board, ore in planned.items() if ore]
    if owing and command.board not in owing:
        values: dict[str, Any] = {"project": project.name, "board": command.board, "boards": ", ".join(owing)}
        yield codes.EFFECT_WITHOUT_PLAN.at(f"{project.name}, {command.board}", **values)


def _in_place_of_an_earlier_one(command: Measure, state: FundsState) -> Iterator[Finding]:
    """What was stated of the year before no longer counts: it is not added to the new statement."""
    project, board, year = shared.project_of(command, state).name, command.board, command.effect_year
    known = dict(state.register.effects_of(project, board)).get(year)
    if known is not None:
        values: dict[str, Any] = {"project": project, "board": board, "effect_year": year, "earlier": known}
        yield codes.EFFECT_REPLACED.at(f"{project}, {board}", amount=command.amount, **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Command, sv="mät", cli="project measure", makes=EffectMeasured):
    """State what a project has saved a board in a year (uppmätt effekt); the latest statement of a year counts."""

    rules: ClassVar = (
        shared.project_known, shared.own_boards, _from_start_on, not_settled, _effect_in_time, _repays,
        _in_place_of_an_earlier_one,
    )  # fmt: skip
    project: ProjectName
    board: Board
    amount: Annotated[int, NOT_NEGATIVE, Said("belopp", "Uppmätt effekt, noll eller mer.", "The effect, zero or more.")]
    effect_year: EffectYear
    decision: Decided
    certificate: Annotated[
        str, TEXT, Said("intyg", "Vem som har mätt, och var det finns.", "Who has measured it, and where that is kept.")
    ] = ""


def _frame_in_time(command: Repay, state: FundsState) -> Iterator[Finding]:
    """No frame after the hard limit repays anything (R51)."""
    project = shared.project_of(command, state)
    until = state.register.repaid_until(project)
    if until is not None and command.frame_year > until:
        values: dict[str, Any] = {"frame_year": command.frame_year, "latest": until}
        yield codes.REPAID_AFTER_LIMIT.at(f"{project.name}, {command.board}", project=project.name, **values)


def _something_due(command: Repay, state: FundsState) -> Iterator[Finding]:
    if command.ore(state) <= 0:
        project, board = command.project, command.board
        place, year = f"{project}, {board}", command.frame_year
        yield codes.NOTHING_DUE.at(place, project=project, board=board, year=year)


def _rebased(command: Repay, state: FundsState) -> Iterator[Finding]:
    """The frame has first been decided for every other change of cost, where the policy asks for that."""
    shared.require(command, state, *CLAIM_STANDS)
    policy = state.register.policy_of_project(shared.project_of(command, state))
    if policy.clawback_mode is ClawbackMode.AFTER_REBASE and not command.rebased:
        project, board = command.project, command.board
        yield codes.REBASE_MISSING.at(f"{project}, {board}", project=project, policy=policy.name, board=board)


def most_of(register: FundRegister, project: ProjectState, claim: BoardClaim) -> int:
    """The most that a board can still repay: what is open, and never above the cap of its plan (I11); öre."""
    policy = register.policy_of_project(project)
    room = cap_of(policy, claim.planned) - claim.repaid
    return max(0, room if policy.repayment_cap_share > 1 else min(room, claim.open))


def _within_claim(command: Repay, state: FundsState) -> Iterator[Finding]:
    """No more than the claim, nor than the measured effect where the policy takes that."""
    ore, project, claim = command.ore(state), shared.project_of(command, state), claim_of(command, state)
    place = f"{command.project}, {command.board}"
    values: dict[str, Any] = {"project": command.project, "board": command.board}
    most = most_of(state.register, project, claim)
    if ore > most:
        yield codes.ABOVE_CLAIM.at(place, amount=ore, left=most, **values)
    measured = (state.register.measured_in_time(project, command.board) or 0) - claim.repaid
    by_measure = state.register.policy_of_project(project).clawback_mode is ClawbackMode.AUTOMATIC_MEASURED
    if by_measure and ore > measured:
        yield codes.ABOVE_MEASURED.at(place, amount=ore, left=max(0, measured), **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repay(Command, sv="återför", cli="project repay", makes=Repaid):
    """A repayment's first step (återföra, P7; R20 a): the board's frame is lowered, its debt settled, oldest first.

    Without an amount it is what the policy's claw-back mode makes due.
    """

    stored: ClassVar = {"rebased": lambda record: True}
    rules: ClassVar = (
        *CLAIM_STANDS, shared.under_grant, shared.frames_running, _frame_in_time, _something_due, _rebased,
        _from_start_on, _within_claim,
    )  # fmt: skip
    project: ProjectName
    board: Board
    amount: Positive | None = None
    effect_year: EffectYear
    frame_year: FrameYear
    decision: Decided
    rebased: Annotated[
        bool, FLAG, Said("omräknad", "Ramen är omräknad för övrigt.", "The frame is rebased for all else.")
    ] = False

    def ore(self, state: FundsState) -> int:
        """The amount given, or what is due; öre."""
        shared.require(self, state, *CLAIM_STANDS)
        if self.amount is not None:
            return self.amount
        project = shared.project_of(self, state)
        policy = state.register.policy_of_project(project)
        measured = state.register.measured_in_time(project, self.board)
        return due_in(policy, claim_of(self, state), measured, self.frame_year)

    def drafts(self, state: FundsState) -> Iterator[Draft]:
        """The repayment."""
        ore, project = self.ore(state), shared.project_of(self, state)
        basis = BASES[state.register.policy_of_project(project).clawback_mode]
        years = self.effect_year, self.frame_year
        yield Draft(
            repaid(state.register, project, self.board, max(1, ore), basis, *years, self.decision), self.decision
        )

    @classmethod
    def made(cls, record: Record) -> bool:
        """Whether it is what made a record: floors and losses belong to a settlement."""
        return isinstance(record.event, Repaid) and record.event.basis in BASES.values()


def repaid(
    register: FundRegister, project: ProjectState, board: str, ore: int, basis: str, effect_year: int,
    frame_year: int, decision: Decision, lines: tuple[YearOre, ...] | None = None,
) -> Repaid:  # fmt: skip
    """The event of a repayment, settling the oldest instalments unless ``lines`` says which."""
    claim = register.claims.get((project.name, board), NO_CLAIM)
    settled = oldest_first(claim.open_lines, ore) if lines is None else lines
    permanent = register.policy_of_project(project).frame_lowered_permanently
    return Repaid(
        project.fund, project.subfund, project.name, board, ore, settled, basis, effect_year, frame_year, permanent,
        register.is_earmark(project.fund), decision.date.year, decision.date,
    )  # fmt: skip


COMMANDS: tuple[type[Command], ...] = (Measure, Repay)
