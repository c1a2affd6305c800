"""Claims that boards are let off (efterskänka, P10) or hand over (flytta krav, P11; R22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.annotated import Decided, Positive, Reason
from sifund_ledger.fields.composed import choice_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.fields.kinds import name_of
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.project.fields import Board, ProjectName
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.claims import CLAIM_STANDS, claim_of, repays_anything
from sifund_ledger.funds.repayment.repayment import oldest_first
from sifund_ledger.funds.state.claim_events import Reassigned, ReassignedInProportion, Waived, WaivedOfFloor
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import BoardClaim, ProjectState, moved_lines, moved_with, part_of, total_of
from sifund_ledger.ledger.commands import Command, FaultyField
from sifund_ledger.ledger.records import Draft

_NEW_BOARD = Bilingual("Den nya nämnden", "The new board")


def _lines_of(command: Waive | Reassign, state: FundsState) -> tuple[YearOre, ...]:
    """The instalments that an amount of a claim is of, the oldest first; all that are open without one."""
    claim = claim_of(command, state)
    lines = oldest_first(claim.open_lines, claim.open if command.amount is None else command.amount)
    if not lines:
        raise FaultyField("amount")
    return lines


def _within_open(command: Waive | Reassign, state: FundsState) -> Iterator[Finding]:
    shared.require(command, state, repays_anything)
    claim, board = claim_of(command, state), command.board
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
    choice_of("waiver_of", Bilingual("vad som efterskänks", "what is waived"), WaiverOf, sv={"floor": "golv"}),
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
    rules: ClassVar = (*CLAIM_STANDS, shared.reason_given, _who_waives, _within_open)
    project: ProjectName
    board: Board
    amount: Positive | None = None
    reason: Reason
    decision: Decided
    of: WhatIsWaived = WaiverOf.PLAN.value

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
        *CLAIM_STANDS, shared.reason_given, shared.own_boards, _new_board_stands, _to_another_board,
        shared.delegable("reassign"), _within_open,
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

    @property
    def board(self) -> str:
        """The board that owes, as in every command on a claim."""
        return self.from_board

    def drafts(self, state: FundsState) -> Iterator[Draft]:
        """The instalments moved, and what goes with them."""
        project, claim, lines = shared.project_of(self, state), claim_of(self, state), _lines_of(self, state)
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


COMMANDS: tuple[type[Command], ...] = (Waive, Reassign)
