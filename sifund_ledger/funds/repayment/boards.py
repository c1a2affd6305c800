"""Boards (nämnder): registered with their units, and reorganised; what becomes of claims then (D14; R22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from sifund_ledger.amounts import split
from sifund_ledger.authority import authority_faults
from sifund_ledger.fields.annotated import Day, Decided, Reason, ValidFrom
from sifund_ledger.fields.composed import list_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import TEXT
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.policy.choices import ReorganisationRule
from sifund_ledger.funds.project.fields import Board, Successors
from sifund_ledger.funds.project.rules import board_faults, own_boards, reason_given, require
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.giving_up import taken_over, without
from sifund_ledger.funds.state.claim_events import BoardRegistered, BoardReorganised, Waived
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import BoardClaim, ProjectState
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Draft, Event, Record


def _council_decides(command: Any, state: FundsState) -> Iterable[Finding]:
    return authority_faults(command.decision, "register_board")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterBoard(Command, sv="registrera_nämnd", cli="board register", makes=BoardRegistered):
    """Register a board and its organisational units (nämnd, enheter), from a day on."""

    rules: ClassVar = (_council_decides, own_boards)
    board: Board
    valid_from: ValidFrom
    decision: Decided
    units: Annotated[tuple[str, ...], list_of(TEXT), Said("enheter", "Nämndens enheter.", "The board's units.")] = ()

    @classmethod
    def made(cls, record: Record) -> bool:
        """Whether it is what made a record: successors of a reorganisation belong to that."""
        return isinstance(record.event, BoardRegistered) and record.event.valid_from != date.min


def _shares_make_one(command: Reorganise, state: FundsState) -> Iterator[Finding]:
    board, shares = command.board, command.successors
    total = sum(shares.values(), Fraction(0))
    if total != 1 or board in shares or any(share <= 0 for share in shares.values()):
        yield codes.SUCCESSION_UNSOUND.at(board, board=board, total=total)


def _ends_once(command: Reorganise, state: FundsState) -> Iterator[Finding]:
    board, last_day, entry = command.board, command.last_day, state.register.boards.get(command.board)
    if entry is not None and entry.last_day is not None:
        yield codes.BOARD_ENDS_TWICE.at(board, board=board, last_day=entry.last_day)
    elif entry is not None and last_day < entry.valid_from:
        yield codes.BOARD_NOT_BEGUN.at(board, board=board, valid_from=entry.valid_from, day=last_day)


def _successors_stand(command: Reorganise, state: FundsState) -> Iterator[Finding]:
    for name in command.successors:
        known = state.register.boards.get(name)
        if known is not None and known.last_day is not None and known.last_day <= command.last_day:
            yield from board_faults(state.register, name, command.last_day + timedelta(days=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reorganise(Command, sv="omorganisera", cli="board reorganise", makes=BoardReorganised):
    """End a board, and divide its budget among others by shares that make one (omorganisation).

    Each project's open claims on it follow the budget, stay, or are waived, as the project's policy says (D14).
    """

    stored: ClassVar = {
        "reason": lambda record: "–",  # the claims that move store it, the end of the board does not
    }
    rules: ClassVar = (_council_decides, _shares_make_one, _ends_once, own_boards, _successors_stand, reason_given)
    board: Board
    successors: Successors
    last_day: Annotated[Day, Said("sista_dag", "Nämndens sista dag.", "The board's last day.")]
    reason: Reason
    decision: Decided

    def drafts(self, state: FundsState) -> Iterator[Draft]:
        """The end of the board, its successors that are new, and what becomes of each open claim on it."""
        require(self, state, *type(self).rules)
        ended = BoardReorganised(self.board, self.last_day, tuple(sorted(self.successors.items())))
        new = [name for name in self.successors if name not in state.register.boards]
        events: list[Event] = [ended, *(BoardRegistered(name, (), date.min) for name in new)]
        for project in state.register.projects.values():
            claim = state.register.claims.get((project.name, self.board))
            if claim is None or not claim.open or not project.grants:
                continue
            rule = state.register.policy_of_project(project).reorganisation_rule
            if rule is ReorganisationRule.WAIVE:
                day = self.decision.date
                where = project.fund, project.subfund, project.name, self.board
                events.append(Waived(*where, claim.open_lines, self.reason, day.year, day))
            elif rule is ReorganisationRule.CLAIM_FOLLOWS_BUDGET:
                effects = state.register.effects_of(project.name, self.board)
                events += _followed(project, claim, effects, self)
        yield from (Draft(event, self.decision) for event in events)


def _followed(
    project: ProjectState, claim: BoardClaim, effects: tuple[YearOre, ...], command: Reorganise
) -> Iterator[Event]:
    """The claim divided over those who took over, instalment by instalment, exactly; the past goes with it (R39)."""
    names = sorted(command.successors)
    weights = [command.successors[name] for name in names]
    lines: dict[str, list[YearOre]] = {name: [] for name in names}
    for year, ore in claim.open_lines:
        for name, part in zip(names, split(ore, weights), strict=True):
            if part:
                lines[name].append((year, part))
    for name in names:
        if lines[name]:
            parts = command.board, name, tuple(lines[name])
            moved = taken_over(project, claim, effects, *parts, command.reason, command.decision)
            yield moved
            claim, went = without(claim, moved), dict(moved.effects)
            effects = tuple((year, ore - went[year]) for year, ore in effects)


COMMANDS: tuple[type[Command], ...] = (RegisterBoard, Reorganise)
