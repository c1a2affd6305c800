"""How a project goes on and ends (avslut): costs, carry-over, release, closing, reopening (P3, P5; I4, S25).

What is not used goes back to the fund, or falls to free equity where the policy says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.fields.annotated import Decided, Positive, Reason, Year
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.fields.kinds import TEXT
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.funds.fund.fields import FundName
from sifund_ledger.funds.fund.rules import FundsState, fund_known, policy_of
from sifund_ledger.funds.policy.choices import LegalForm, UnusedGrantRule
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.project.fields import CostPart, Frames, ProjectName
from sifund_ledger.funds.state import project_events as events
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState
from sifund_ledger.funds.state.use_events import CostReported
from sifund_ledger.ledger.accounts import BOARD_FRAME, frame
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Draft, Record


def _granted_or_of_a_frame(command: ReportCost, state: FundsState) -> Iterator[Finding]:
    """A project without a grant has costs only in a fund that is a frame, and then a board."""
    policy_of(command, state)
    if state.register.project(command.project) is not None:
        return
    if state.register.policies[command.fund].legal_form is not LegalForm.OPERATING_FRAME:
        yield codes.PROJECT_UNKNOWN.at(command.project, fund=command.fund, project=command.project)
    elif not command.board.strip():
        yield NAME_EMPTY.at(command.project, what=Bilingual("Nämnden", "The board"))


def net_cost(command: ReportCost, *, overhead_counts: bool) -> int:
    """What of a cost may be met by the earmark, in öre (R15).

    Net of contributions, of overheads unless the policy counts them, and of equipment that is capitalised, of which
    the depreciation counts instead.
    """
    overheads = 0 if overhead_counts else command.overheads
    return command.gross - command.contributions - overheads - command.capitalised + command.depreciation


def _net_of(command: ReportCost, state: FundsState) -> int:
    project = state.register.project(command.project)
    policy = state.register.policy_of_project(project) if project else policy_of(command, state)
    return net_cost(command, overhead_counts=policy.overhead_in_net_cost)


def _not_below_zero(command: ReportCost, state: FundsState) -> Iterator[Finding]:
    net, project, year = _net_of(command, state), command.project, command.year
    if net < 0:
        yield codes.COST_UNSOUND.at(f"{project} {year}", project=project, year=year, excess=-net)


def _covers_what_was_used(command: ReportCost, state: FundsState) -> Iterator[Finding]:
    """It is at least what has been used of it (R15), which is taken back first; where the fund is a
    frame, a use has no entry to take back, and it is a warning."""
    net, register = _net_of(command, state), state.register
    used = register.used_in(command.project, command.year)
    if used > net:
        values: dict[str, Any] = {"project": command.project, "year": command.year, "cost": net, "used": used}
        found = codes.COST_BELOW_USED.at(f"{command.project} {command.year}", **values)
        in_frame = register.policies[command.fund].legal_form is LegalForm.OPERATING_FRAME
        yield found._replace(severity=Severity.WARNING) if in_frame else found


def _leaves_what_was_carried(command: ReportCost, state: FundsState) -> Iterator[Finding]:
    """What the year's frame had left is what was carried over of it (R49)."""
    project, year = state.register.project(command.project), command.year
    carried = state.register.carried_from.get((command.project, year), 0)
    if project is None or not carried or shared.taken_over(project, state.register):
        return
    net = _net_of(command, state)
    left = max(0, state.register.frames.get((project.name, year), 0) + carried - net)
    if carried > left:
        values: dict[str, Any] = {"project": project.name, "year": year, "carried": carried, "cost": net, "left": left}
        yield codes.COST_ABOVE_CARRIED.at(f"{project.name} {year}", **values)


def _in_place_of_an_earlier_one(command: ReportCost, state: FundsState) -> Iterator[Finding]:
    """What was reported of the year before no longer counts: it is not added to the new report."""
    known, project, year = state.register.costs.get((command.project, command.year)), command.project, command.year
    if known is not None:
        values: dict[str, Any] = {"project": project, "year": year, "earlier": known.net_ore}
        yield codes.COST_REPLACED.at(f"{project} {year}", cost=_net_of(command, state), **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCost(Command, sv="rapportera_kostnad", cli="project cost", makes=CostReported):
    """Report what a project has cost in a year (projektkostnad, P3): nothing moves; a use takes its net cost.

    It is the cost of the whole year so far: the latest report counts, and is not added to an earlier one; a warning
    says what it replaces.
    """

    rules: ClassVar = (
        fund_known, shared.own_boards, _granted_or_of_a_frame, _not_below_zero, shared.year_begun,
        _in_place_of_an_earlier_one, _covers_what_was_used, _leaves_what_was_carried,
    )  # fmt: skip
    fund: FundName
    project: ProjectName
    gross: Annotated[Positive, Said("brutto", "Bruttokostnad.", "Gross cost.")]
    year: Year
    decision: Decided
    contributions: Annotated[CostPart, Said("bidrag", "Bidrag från andra.", "Contributions of others.")] = 0
    overheads: Annotated[CostPart, Said("overhead", "Interna overheadkostnader.", "Internal overheads.")] = 0
    capitalised: Annotated[CostPart, Said("aktiverat", "Aktiverad utrustning.", "Capitalised equipment.")] = 0
    depreciation: Annotated[CostPart, Said("avskrivning", "Avskrivning på den.", "Its depreciation.")] = 0
    board: Annotated[str, TEXT, Said("nämnd", "Nämnden, utan bidrag.", "The board, where there is no grant.")] = ""

    def values(self, state: FundsState) -> dict[str, Any]:
        """The board, and the cost with its net."""
        project = state.register.project(self.project)
        return {"board": project.board if project else self.board, "net_ore": _net_of(self, state)}


def _carried_by_policy(command: CarryOver, state: FundsState) -> Iterator[Finding]:
    project = shared.project_of(command, state)
    policy = state.register.policy_of_project(project)
    if not policy.year_end_carry_over:
        yield codes.CARRY_OVER_NOT_IN_POLICY.at(project.name, policy=policy.name)


def _within_year(command: CarryOver, state: FundsState) -> Iterator[Finding]:
    """The project's own part of the year's frame has so much left of it after the year's cost, carried once (R49)."""
    project, year, ore = shared.project_of(command, state), command.year, command.amount
    in_frame = state.balances.balance(frame(BOARD_FRAME, board=project.board, year=year))
    register, cost = state.register, shared.spent_in(state.register, project.name, year)
    own = register.frames.get((project.name, year), 0) if not shared.taken_over(project, register) else in_frame
    left = max(0, min(project.left, in_frame, own - cost))
    if ore > left:
        place = f"{project.name} {year}"
        yield codes.CARRY_OVER_ABOVE_FRAME.at(place, project=project.name, year=year, amount=ore, left=left)


def _neither_year_past(command: CarryOver, state: FundsState) -> Iterator[Finding]:
    """The frame carried from is not closed, and the next year's had not ended when it was decided (R41)."""
    yield from state.closed(command.year)
    yield from shared.past_frames([command.year + 1], command, state)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver(Command, sv="för_över", cli="project carry-over", makes=events.FrameCarried):
    """Carry what a project has not used of a year's frame to the next (resultatöverföring; S25)."""

    stored: ClassVar = {"year": attrgetter("event.from_year")}
    rules: ClassVar = (
        shared.project_known, shared.project_running, shared.delegable("carry_over"), shared.after_grant,
        _carried_by_policy, _neither_year_past, _within_year,
    )  # fmt: skip
    project: ProjectName
    amount: Positive
    year: Year
    decision: Decided

    def values(self, state: FundsState) -> dict[str, Any]:
        """The frames that it moves between; the grant is as before."""
        project, year = shared.project_of(self, state), self.year
        return {"fund": project.fund, "board": project.board, "from_year": year, "to_year": year + 1}


_BY_RULE: Final[dict[UnusedGrantRule, type[events.Released]]] = {
    UnusedGrantRule.RETURN_TO_FUND: events.Released,
    UnusedGrantRule.LAPSE_TO_EQUITY: events.Lapsed,
}


def _released(
    command: Release | CloseProject, state: FundsState, project: ProjectState, ore: int, frames: tuple[YearOre, ...]
) -> Draft:
    make = _BY_RULE[state.register.policy_of_project(project).unused_grant_rule]
    if not state.register.is_earmark(project.fund):
        make = events.ReleasedOfFrame
    day = command.decision.date
    event = make(project.fund, project.subfund, project.name, ore, project.board, frames, command.year, day)
    return Draft(event, command.decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Command, sv="återlämna", cli="project release"):
    """Release an unused part of a grant (återlämna, P5): from the year's frame, unless ``frames`` says which."""

    kinds: ClassVar = (events.Released.kind, events.ReleasedOfFrame.kind, events.Lapsed.kind)
    rules: ClassVar = (
        shared.project_known, shared.project_running, shared.under_grant, shared.within_grant, shared.frames_add_up,
        shared.frames_open,
    )  # fmt: skip
    project: ProjectName
    amount: Positive
    year: Year
    decision: Decided
    frames: Frames | None = None

    def drafts(self, state: FundsState) -> Iterator[Draft]:
        """The release, to the fund or to equity."""
        yield _released(self, state, shared.project_of(self, state), self.amount, shared.frames_of(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseProject(Command, sv="avsluta_projekt", cli="project close"):
    """Close a project (avsluta): the rest of its grant is released (P5), so that used + released = granted (I4)."""

    # No ``kinds``: where nothing was left of the grant, no event stores the year.
    rules: ClassVar = (shared.project_known, shared.project_running, shared.under_grant)
    project: ProjectName
    year: Year
    decision: Decided
    reason: Reason = "avslutat"

    def drafts(self, state: FundsState) -> Iterator[Draft]:
        """What is left, released; and the project closed."""
        project = shared.project_of(self, state)
        if project.left:
            yield _released(self, state, project, project.left, ((self.year, project.left),))
        closed = ProjectStanding.CLOSED.value
        yield Draft(events.ProjectMoved(project.name, closed, self.reason, self.decision.date), self.decision)


def _ended(command: ReopenProject, state: FundsState) -> Iterator[Finding]:
    project = shared.project_of(command, state)
    if project.standing is ProjectStanding.RUNNING:
        yield codes.NOTHING_TO_REOPEN.at(project.name, project=project.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenProject(Command, sv="återöppna_projekt", cli="project reopen", makes=events.ProjectMoved):
    """Take a project one step back (återöppna): from settled to closed, or from closed to running."""

    rules: ClassVar = (shared.project_known, shared.reason_given, shared.delegable("amend"), _ended)
    project: ProjectName
    reason: Reason
    decision: Decided

    def values(self, state: FundsState) -> dict[str, Any]:
        """The project's state before."""
        settled = shared.project_of(self, state).standing is ProjectStanding.SETTLED
        return {"state": (ProjectStanding.CLOSED if settled else ProjectStanding.RUNNING).value}

    @classmethod
    def made(cls, record: Record) -> bool:
        """Whether it is what made a record: the project runs again."""
        return isinstance(record.event, events.ProjectMoved) and record.event.state == ProjectStanding.RUNNING


COMMANDS: tuple[type[Command], ...] = (ReportCost, CarryOver, Release, CloseProject, ReopenProject)
