"""Giving back what was taken of a board beyond its floor and its measured effect (lämna tillbaka; R28, S9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from sifund_ledger.authority import authority_faults
from sifund_ledger.fields.annotated import Decided, Positive, Reason
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import YEAR
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.fund.rules import FundsState, above_available
from sifund_ledger.funds.policy.choices import RepaymentBasis
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.project.fields import Board, Financing, ProjectName
from sifund_ledger.funds.project.findings import GRANT_UNFINANCED
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.claims import CLAIM_KNOWN
from sifund_ledger.funds.repayment.repayment import targets
from sifund_ledger.funds.state.claim_events import RepaymentReturned
from sifund_ledger.funds.state.project import ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.commands import Command, FaultyField


def asked_by_effect(register: FundRegister, project: ProjectState) -> dict[str, int]:
    """What floor and measured effect ask of each board of a project, whichever is the larger, whatever the policy's
    own basis is: also where the plan is taken in full (S9); öre."""
    claims = {board: register.claims[project.name, board] for board in project.boards}
    measured = {board: register.measured_in_time(project, board) or 0 for board in project.boards}
    policy, basis = register.policy_of_project(project), RepaymentBasis.MAX_FLOOR_MEASURED
    return {board: each.ore for board, each in targets(policy, claims, measured, project.used, basis).items()}


def taken_beyond(register: FundRegister, project: ProjectState) -> dict[str, int]:
    """What each board of a project has repaid beyond its floor and its measured effect; öre."""
    asked = asked_by_effect(register, project)
    return {board: max(0, register.claims[project.name, board].repaid - ore) for board, ore in asked.items()}


def _effect_known(command: ReturnRepayment, state: FundsState) -> Iterator[Finding]:
    shared.require(command, state, *CLAIM_KNOWN)
    if state.register.measured(command.project, command.board) is None:
        place = f"{command.project}, {command.board}"
        yield codes.EFFECT_NOT_MEASURED.at(place, project=command.project, board=command.board)


def _within_what_was_taken(command: ReturnRepayment, state: FundsState) -> Iterator[Finding]:
    """No more than was taken beyond the floor and the effect: less than those is a waiver's (R38)."""
    shared.require(command, state, *CLAIM_KNOWN, _effect_known)
    most = taken_beyond(state.register, shared.project_of(command, state))[command.board]
    place = f"{command.project}, {command.board}"
    values: dict[str, Any] = {"project": command.project, "board": command.board}
    if command.amount is None and not most:
        yield codes.NOTHING_TO_RETURN.at(place, **values)
    elif command.amount is not None and command.amount > most:
        yield codes.RETURN_ABOVE_TAKEN.at(place, amount=command.amount, most=most, **values)


def _financed(command: ReturnRepayment, state: FundsState) -> Iterator[Finding]:
    """The decision says how the larger frame is financed (KL 11:15)."""
    if not command.financing.strip():
        years = (command.in_frame_of(state),)
        yield GRANT_UNFINANCED.at(shared.place_of(command), years=years)


def _who_returns(command: ReturnRepayment, state: FundsState) -> Iterable[Finding]:
    """The body that may waive; the council, where the earmark falls by it (R28)."""
    project = shared.project_of(command, state)
    if command.renewed_ore(state):
        return authority_faults(command.decision, "dissolve", fund=project.fund)
    return shared.delegable("waive")(command, state)


def _fund_has_it(command: ReturnRepayment, state: FundsState) -> Iterable[Finding]:
    """What has been renewed is still available in the fund."""
    project = shared.project_of(command, state)
    return above_available(state, project.fund, project.subfund, command.renewed_ore(state))


def _in_open_years(command: ReturnRepayment, state: FundsState) -> Iterable[Finding]:
    """Neither the frame's year nor that of the entry is closed (R41)."""
    years = dict.fromkeys((command.in_frame_of(state), command.decision.date.year))
    return shared.past_frames(years, command, state)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRepayment(Command, sv="lämna_tillbaka", cli="project return", makes=RepaymentReturned):
    """Give back what a board has repaid beyond its floor and its measured effect (lämna tillbaka; R28), or a part.

    The frame of the year is raised; what has been renewed of it leaves the earmark.
    """

    rules: ClassVar = (
        *CLAIM_KNOWN, shared.reason_given, shared.after_grant, _effect_known, _within_what_was_taken, _financed,
        _who_returns, _fund_has_it, _in_open_years,
    )  # fmt: skip
    project: ProjectName
    board: Board
    amount: Positive | None = None
    financing: Financing
    reason: Reason
    decision: Decided
    frame_year: Annotated[
        int | None, YEAR,
        Said("ramår", "Året vars ram höjs; annars det första öppna.", "The year whose frame is raised; else the "
             "first open one."),
    ] = None  # fmt: skip

    def in_frame_of(self, state: FundsState) -> int:
        """The year whose frame is raised: the one given, or the first open one from the decision on (R41)."""
        if self.frame_year is not None:
            return self.frame_year
        decided = self.decision.date.year
        return next((year for year in range(decided, LAST_YEAR) if not any(state.closed(year))), decided)

    def ore(self, state: FundsState) -> int:
        """The amount given, or all that was taken beyond the floor and the effect; öre."""
        shared.require(self, state, *CLAIM_KNOWN, _effect_known)
        taken = taken_beyond(state.register, shared.project_of(self, state))[self.board]
        ore = taken if self.amount is None else self.amount
        if not ore:
            raise FaultyField("amount")
        return ore

    def renewed_ore(self, state: FundsState) -> int:
        """What of it has renewed the earmark: what repayments still give a right to renew goes first; öre."""
        project = shared.project_of(self, state)
        if not state.register.is_earmark(project.fund):
            return 0
        entitled = state.register.entitlement(project.fund, project.subfund, at=LAST_YEAR)
        return max(0, self.ore(state) - max(0, entitled))

    def values(self, state: FundsState) -> dict[str, Any]:
        """The project's fund, the amounts, the frame's year, and the year of the decision."""
        project = shared.project_of(self, state)
        return {
            "fund": project.fund, "subfund": project.subfund, "ore": self.ore(state),
            "renewed_ore": self.renewed_ore(state), "frame_year": self.in_frame_of(state),
            "entitles": state.register.is_earmark(project.fund), "year": self.decision.date.year,
        }  # fmt: skip


COMMANDS: tuple[type[Command], ...] = (ReturnRepayment,)
