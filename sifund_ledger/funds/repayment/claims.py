"""Claims on boards (återföringskrav): what they have saved, repay (P7), are let off (P10), or hand over (P11, R22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.annotated import Decided, Positive, Reason
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.fields.kinds import FLAG, NOT_NEGATIVE, TEXT, choice_of, name_of
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.policy.choices import ClawbackMode
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.project.fields import Board, EffectYear, FrameYear, ProjectName
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.repayment import BASES, cap_of, due_in, oldest_first
from sifund_ledger.funds.state.claim_events import (
    EffectMeasured,
    Reassigned,
    ReassignedInProportion,
    Repaid,
    Waived,
    WaivedOfFloor,
)
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import (
    NO_CLAIM,
    BoardClaim,
    ProjectStanding,
    ProjectState,
    moved_lines,
    moved_with,
    part_of,
    total_of,
)
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.commands import Command, FaultyField
from sifund_ledger.ledger.records import Draft, Record

_NEW_BOARD = Bilingual("Den nya nämnden", "The new board")


def repays_anything(command: Any, state: FundsState) -> Iterator[Finding]:
    """The project is one that is repaid, under its policy."""
    project = shared.project_of(command, state)
    if not project.revolving:
        policy = state.register.policy_of_project(project).name
        values: dict[str, Any] = {"project": project.name, "policy": policy, "start": project.start}
        yield codes.REPAYMENT_IN_BUDGET_MODEL.at(project.name, **values)


def not_settled(command: Any, state: FundsState) -> Iterator[Finding]:
    """The project is not settled."""
    project = shared.project_of(command, state)
    if project.standing is ProjectStanding.SETTLED:
        yield codes.PROJECT_SETTLED.at(project.name, project=project.name)


def _debtor(command: Any) -> str:
    board: str = command.from_board if isinstance(command, Reassign) else command.board
    return board


def _claim_known(command: Any, state: FundsState) -> Iterator[Finding]:
    shared.require(command, state, repays_anything)
    name, board = command.project, _debtor(command)
    if (name, board) not in state.register.claims:
        known = ", ".join(shared.project_of(command, state).boards) or "–"
        yield codes.CLAIM_UNKNOWN.at(f"{name}, {board}", project=name, board=board, known=known)


_CLAIM_STANDS = (shared.project_known, repays_anything, not_settled, _claim_known)


def _claim_of(command: Any, state: FundsState) -> BoardClaim:
    """The claim on the board. Raises :class:`FaultyField` where :func:`_claim_known` finds none."""
    claim = state.register.claims.get((command.project, _debtor(command)))
    if claim is None:
        raise FaultyField("board")
    return claim


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Command, sv="mät", cli="project measure", makes=EffectMeasured):
    """State what a project has saved a board in a year (uppmätt effekt); the latest statement of a year counts."""

    rules: ClassVar = (shared.project_known, _from_start_on, not_settled, _effect_in_time)
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
    shared.require(command, state, *_CLAIM_STANDS)
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
    ore, project, claim = command.ore(state), shared.project_of(command, state), _claim_of(command, state)
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
        *_CLAIM_STANDS, shared.under_grant, shared.frames_running, _frame_in_time, _something_due, _rebased,
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
        shared.require(self, state, *_CLAIM_STANDS)
        if self.amount is not None:
            return self.amount
        project = shared.project_of(self, state)
        policy = state.register.policy_of_project(project)
        measured = state.register.measured_in_time(project, self.board)
        return due_in(policy, _claim_of(self, state), measured, self.frame_year)

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


def _lines_of(command: Waive | Reassign, state: FundsState) -> tuple[YearOre, ...]:
    """The instalments that an amount of a claim is of, the oldest first; all that are open without one."""
    claim = _claim_of(command, state)
    lines = oldest_first(claim.open_lines, claim.open if command.amount is None else command.amount)
    if not lines:
        raise FaultyField("amount")
    return lines


def _within_open(command: Waive | Reassign, state: FundsState) -> Iterator[Finding]:
    shared.require(command, state, repays_anything)
    claim, board = _claim_of(command, state), _debtor(command)
    ore = claim.open if command.amount is None else command.amount
    if not 0 < ore <= claim.open:
        values: dict[str, Any] = {"project": command.project, "board": board, "amount": ore, "left": claim.open}
        yield codes.ABOVE_CLAIM.at(f"{command.project}, {board}", **values)


class WaiverOf(StrEnum):
    """What a waiver takes from: the plan, or the floor as well (R38)."""

    PLAN = "plan"
    FLOOR = "floor"


WhatIsWaived = Annotated[
    str,
    choice_of("waiver_of", Bilingual("vad som efterskänks", "what is waived"), WaiverOf, {"golv": "floor"}),
    Said("av", "plan; floor efterskänker även den lägsta återföringen.", "plan; floor waives the least repayment too."),
]


def _who_waives(command: Waive, state: FundsState) -> Iterable[Finding]:
    """The council, or by delegation another; the floor is the council's own to give up."""
    if command.of == WaiverOf.FLOOR:
        return authority_faults(command.decision, "waive_floor", fund=shared.project_of(command, state).fund)
    return shared.delegable("waive")(command, state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waive(Command, sv="efterskänk", cli="project waive", makes=Waived):
    """Give up a claim on a board (efterskänka, P10), all that is open or a part of it.

    It takes from the plan; the floor stays, unless the council decides that it is ``of`` the floor too (R38).
    """

    stored: ClassVar = {"amount": lambda record: sum(ore for _, ore in record.event.lines)}
    rules: ClassVar = (*_CLAIM_STANDS, shared.reason_given, _who_waives, _within_open)
    project: ProjectName
    board: Board
    amount: Positive | None = None
    reason: Reason
    decision: Decided
    # The decision's own word, "of the floor", hides ``Command.of`` here: a waiver is made of values by ``read``.
    of: WhatIsWaived = WaiverOf.PLAN.value  # type: ignore[assignment]

    def event_type(self, state: FundsState) -> type[Waived]:
        """A waiver, or one that reaches the floor."""
        return WaivedOfFloor if self.of == WaiverOf.FLOOR else Waived

    def values(self, state: FundsState) -> dict[str, Any]:
        """The instalments given up."""
        lines = _lines_of(self, state)
        return {**shared.fund_of(shared.project_of(self, state)), "lines": lines, "year": self.decision.date.year}


def _to_another_board(command: Reassign, state: FundsState) -> Iterator[Finding]:
    if command.to_board == command.from_board:
        yield NAME_EMPTY.at(command.project, what=_NEW_BOARD)


def _new_board_stands(command: Reassign, state: FundsState) -> Iterable[Finding]:
    return shared.board_faults(state.register, command.to_board, command.decision.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign(Command, sv="flytta_krav", cli="project reassign", makes=Reassigned):
    """Move a claim and its debt to another board (flytta krav, P11; R22), all that is open or an amount of it.

    With them goes, in proportion to the plan, what is repaid, waived and measured, so that no floor changes (R39).
    """

    stored: ClassVar = {"amount": Waive.stored["amount"]}
    rules: ClassVar = (
        *_CLAIM_STANDS, shared.reason_given, _new_board_stands, _to_another_board, shared.delegable("reassign"),
        _within_open,
    )  # fmt: skip
    project: ProjectName
    from_board: Annotated[Board, Said("från_nämnd", "Nämnden som är skyldig.", "The board that owes.")]
    to_board: Annotated[
        str,
        name_of(Bilingual("nämnd", "board"), _NEW_BOARD),
        Said("till_nämnd", "Nämnden som tar över.", "The board that takes it over."),
    ]
    amount: Positive | None = None
    reason: Reason
    decision: Decided

    def drafts(self, state: FundsState) -> Iterator[Draft]:
        """The instalments moved, and what goes with them."""
        project, claim, lines = shared.project_of(self, state), _claim_of(self, state), _lines_of(self, state)
        effects = state.register.effects_of(project.name, self.from_board)
        moved = taken_over(project, claim, effects, self.from_board, self.to_board, lines, self.reason, self.decision)
        yield Draft(moved, self.decision)


def taken_over(
    project: ProjectState, claim: BoardClaim, effects: tuple[YearOre, ...], from_board: str, to_board: str,
    lines: tuple[YearOre, ...], reason: str, decision: Decision,
) -> ReassignedInProportion:  # fmt: skip
    """The event that moves instalments by decision, with everything that has become of the plan in proportion (R39)."""
    day, with_it = decision.date, moved_with(claim, total_of(lines))
    went = tuple((year, part_of(effect, total_of(lines), claim.open)) for year, effect in effects)
    return ReassignedInProportion(
        project.fund, project.subfund, project.name, from_board, to_board, lines, with_it.original, reason, day.year,
        day, with_it.planned, with_it.repaid, with_it.waived, with_it.borne, with_it.floor_waived, went,
    )  # fmt: skip


def without(claim: BoardClaim, moved: ReassignedInProportion) -> BoardClaim:
    """What a board owes when a part of it has been moved away."""
    return claim._replace(
        original=claim.original - moved.original_ore, planned=claim.planned - moved.planned_ore,
        repaid=claim.repaid - moved.repaid_ore, waived=claim.waived - moved.waived_ore,
        borne=claim.borne - moved.borne_ore, floor_waived=claim.floor_waived - moved.floor_waived_ore,
        open_lines=moved_lines(claim.open_lines, moved.lines, -1),
    )  # fmt: skip


COMMANDS: tuple[type[Command], ...] = (Measure, Repay, Waive, Reassign)
