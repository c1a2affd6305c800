"""Claw-back seen from the board (återföring ur nämndens synvinkel; S9): what was taken, what was saved, what is due.

From a book's records, and, for a year, from the board's frame and its other costs, which no book of funds has. Öre.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Finding
from sifund_ledger.funds.repayment.deviation import Deviation, DeviationReport
from sifund_ledger.funds.repayment.findings import TAKEN_BEYOND_EFFECT
from sifund_ledger.funds.repayment.repayment import floor_of
from sifund_ledger.funds.repayment.returning import asked_by_effect
from sifund_ledger.funds.state.claim_events import Repaid, RepaymentReturned
from sifund_ledger.funds.state.project import ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.tables import words
from sifund_ledger.table import OneTable, Table


class ClawBackOfBoard(NamedTuple):
    """A board's line: its plan, floor and measured effect, what these ask of it, what was taken and given back; öre."""

    board: str
    original_ore: int
    floor_ore: int
    measured_ore: int | None
    asked_ore: int
    taken_ore: int
    returned_ore: int

    @property
    def beyond_ore(self) -> int:
        """What it has repaid beyond its floor and its effect, and has not been given back."""
        return max(0, self.taken_ore - self.returned_ore - self.asked_ore)


@dataclass(frozen=True, slots=True)
class ClawBack(OneTable):
    """What a project has taken of each board's frames against what it truly saved there (S9, Respondent C).

    :attr:`findings` name the boards of which too much was taken, with the command that gives it back (R28).
    """

    project: str
    boards: tuple[ClawBackOfBoard, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A note for each board of which more was taken than its floor and its measured effect."""
        return tuple(
            TAKEN_BEYOND_EFFECT.at(
                f"{self.project}, {each.board}", project=self.project, board=each.board, amount=each.beyond_ore,
                asked=each.asked_ore,
            )
            for each in self.boards
            if each.beyond_ore and each.measured_ore is not None
        )  # fmt: skip

    def table(self, language: Language = "sv") -> Table:
        """A row for each board."""
        return words.CLAWBACK.listing(self.boards, language, project=self.project)


def clawback(register: FundRegister, state: ProjectState) -> ClawBack:
    """A project's claw-back, board by board, as it stands."""
    policy, asked = register.policy_of_project(state), asked_by_effect(register, state)
    rows = []
    for board in state.boards:
        claim = register.claims[state.name, board]
        returned = _returned(register, state.name, board)
        rows.append(
            ClawBackOfBoard(
                board, claim.original, floor_of(policy, claim.original), register.measured(state.name, board),
                asked[board], claim.repaid + returned, returned,
            )
        )  # fmt: skip
    return ClawBack(state.name, tuple(rows))


def deviation_in(
    register: FundRegister, state: ProjectState, board: str, year: int, *, frame_ore: int, other_ore: int
) -> DeviationReport:
    """A board's year without the project, with it, and with what was taken of its frame (D8), from the records.

    ``frame_ore`` is the frame as it was before the claw-back, ``other_ore`` what its other costs have changed by
    beyond the frame, signed; the saving is the year's measured effect, and what was taken that of the year's frame.
    """
    measured = dict(register.effects_of(state.name, board))
    saving = measured.get(year, 0)
    taken = _taken(register, state.name, board, year) - _returned(register, state.name, board, year)
    cost = frame_ore + other_ore
    return DeviationReport(
        Deviation(frame_ore, cost, 0),
        Deviation(frame_ore, cost - saving, 0),
        Deviation(frame_ore - taken, cost - saving, taken),
        max(0, taken - saving),
        measured=year in measured,
    )


def _taken(register: FundRegister, project: str, board: str, year: int) -> int:
    repaid = (each for _, each in register.events_of(project) if isinstance(each, Repaid))
    return sum(each.ore for each in repaid if (each.board, each.frame_year) == (board, year))


def _returned(register: FundRegister, project: str, board: str, year: int | None = None) -> int:
    returned = (each for _, each in register.events_of(project) if isinstance(each, RepaymentReturned))
    return sum(each.ore for each in returned if each.board == board and year in (None, each.frame_year))
