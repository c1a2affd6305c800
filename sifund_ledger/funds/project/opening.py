"""Taking a project over half-way (ingående projekt; R28): what is left of its grant and of its plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from sifund_ledger.fields.annotated import Decided, Positive, Year
from sifund_ledger.fields.declared import Said
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import year_start
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.fund.fields import FundName, Subfund
from sifund_ledger.funds.fund.moves import begun_faults
from sifund_ledger.funds.fund.rules import FundsState, council_decides, fund_known, policy_of
from sifund_ledger.funds.project.fields import (
    AmountsByBoard,
    Board,
    CostPart,
    FirstDay,
    LastDay,
    Participants,
    ProjectName,
    RepaymentPlan,
    lines_of,
    plan_of,
)  # fmt: skip
from sifund_ledger.funds.project.rules import new_terms, own_boards
from sifund_ledger.funds.repayment.findings import PLAN_IN_BUDGET_MODEL, PLAN_MISSING
from sifund_ledger.funds.state.project_events import ProjectOpened
from sifund_ledger.ledger.commands import Command


def _project_new(command: OpenProject, state: FundsState) -> Iterator[Finding]:
    if state.register.project(command.project) is not None:
        yield codes.PROJECT_EXISTS.at(command.project, project=command.project)


def _spent_within_grant(command: OpenProject, state: FundsState) -> Iterator[Finding]:
    spent = command.used + command.released
    if spent > command.granted:
        what = Bilingual("mer är använt än beviljat", "more is used and released than granted")
        yield _unsound(command, what, spent, command.granted)


def _claims_within_plan(command: OpenProject, state: FundsState) -> Iterator[Finding]:
    """No board has repaid and owes more than its plan."""
    repaid = command.repaid or {}
    originals, opened = plan_of(lines_of(command.plan)), plan_of(lines_of(command.to_repay))
    for board in dict.fromkeys((*originals, *opened, *repaid)):
        planned = sum(originals.get(board, {}).values())
        claimed = sum(opened.get(board, {}).values()) + repaid.get(board, 0)
        if claimed > planned:
            said = (
                f"{board} har återfört och är skyldig mer än planen",
                f"{board} has repaid and owes more than its plan",
            )
            yield _unsound(command, Bilingual(*said), claimed, planned)


def _unsound(command: OpenProject, what: Bilingual, left: int, right: int) -> Finding:
    return codes.OPENING_UNSOUND.at(command.project, project=command.project, what=what, left=left, right=right)


def _plan_by_policy(command: OpenProject, state: FundsState) -> Iterator[Finding]:
    terms, project = new_terms(command, state, year_start(command.year)), command.project
    if terms.revolving and not command.plan:
        yield PLAN_MISSING.at(project, project=project, policy=terms.policy.name)
    if not terms.revolving and (command.plan or command.to_repay):
        yield PLAN_IN_BUDGET_MODEL.at(project, project=project, policy=terms.policy.name, start=terms.start)


def _fund_has_room(command: OpenProject, state: FundsState) -> Iterator[Finding]:
    """The fund has no movements yet, and equity holds what is left of the grant."""
    policy_of(command, state)
    yield from begun_faults(state.register, command.fund)
    left = command.granted - command.used - command.released
    if left > 0 and state.register.is_earmark(command.fund):
        yield from state.room_faults(left, command.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProject(Command, sv="öppna_projekt", cli="project open", makes=ProjectOpened):
    """Take over a project half-way on a year's first day (ingående projekt; R28).

    ``granted``, ``used``, ``released`` and ``repaid`` are from its start on; ``plan`` is the original one, and
    ``to_repay`` what is left of it.
    """

    stored: ClassVar = {
        "plan": lambda record: plan_of(record.event.original_plan),
        "to_repay": lambda record: plan_of(record.event.open_claims),
    }
    rules: ClassVar = (
        council_decides("open_fund"), fund_known, own_boards, _project_new, _spent_within_grant, _claims_within_plan,
        _plan_by_policy, _fund_has_room,
    )  # fmt: skip
    fund: FundName
    project: ProjectName
    board: Board
    granted: Annotated[Positive, Said("beviljat", "Beviljat från början.", "Granted from its start on.")]
    year: Year
    decision: Decided
    used: Annotated[CostPart, Said("använt", "Använt hittills.", "Used so far.")] = 0
    released: Annotated[CostPart, Said("återlämnat", "Återlämnat hittills.", "Released so far.")] = 0
    plan: RepaymentPlan | None = None
    repaid: AmountsByBoard | None = None
    to_repay: Annotated[RepaymentPlan, Said("kvar", "Kvar av planen.", "What is left of the plan.")] | None = None
    subfund: Subfund = ""
    start: FirstDay | None = None
    end: LastDay | None = None
    participants: Participants = ()

    def values(self, state: FundsState) -> dict[str, Any]:
        """The project as it stood, on the first day of the year."""
        policy_of(self, state)
        return {
            "original_plan": lines_of(self.plan),
            "repaid": tuple(sorted((self.repaid or {}).items())),
            "open_claims": lines_of(self.to_repay),
            "earmarked": state.register.is_earmark(self.fund),
            "event_date": year_start(self.year),
        }


COMMANDS: tuple[type[Command], ...] = (OpenProject,)
