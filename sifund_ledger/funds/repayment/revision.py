"""Revising a repayment plan (reviderad återföringsplan): what boards are to repay from now on (R24)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from sifund_ledger.fields.annotated import Decided, Reason
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.project.fields import ProjectName, RepaymentPlan, lines_of, plan_of
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.claims import not_settled, repays_anything
from sifund_ledger.funds.repayment.plan import deadline_faults, plan_warnings
from sifund_ledger.funds.state.claim_events import PlanRevised
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.project import NO_CLAIM, moved_lines
from sifund_ledger.ledger.commands import Command, FaultyField


def _boards_stand(command: RevisePlan, state: FundsState) -> Iterator[Finding]:
    for board in command.plan:
        yield from shared.board_faults(state.register, board, command.decision.date)


def _changes(command: RevisePlan, state: FundsState) -> tuple[PlanLine, ...]:
    """What each line of the plan changes by, signed; boards that are not in the new plan stay as they are."""
    wanted = plan_of(lines_of(command.plan))
    changes: list[PlanLine] = []
    for board in command.plan:
        now = state.register.claims.get((command.project, board), NO_CLAIM).open_lines
        after = tuple(sorted(wanted.get(board, {}).items()))
        changes += [(board, year, ore) for year, ore in moved_lines(after, now, -1)]
    return tuple(changes)


def _changes_something(command: RevisePlan, state: FundsState) -> Iterator[Finding]:
    project = shared.project_of(command, state)
    if not _changes(command, state):
        yield codes.REVISION_CHANGES_NOTHING.at(project.name, project=project.name)


def _in_time(command: RevisePlan, state: FundsState) -> Iterator[Finding]:
    """The plan as it will be keeps its deadlines (I13)."""
    project, claims = shared.project_of(command, state), state.register.claims
    lines = lines_of(command.plan)
    for board in project.boards:
        if board not in command.plan:
            lines += tuple((board, year, ore) for year, ore in claims[project.name, board].open_lines)
    if not lines or not _changes(command, state):
        return
    begun = any(claims.get((project.name, board), NO_CLAIM).repaid for board in project.boards)
    yield from deadline_faults(project.name, lines, shared.terms_of(state, project), begun=begun)
    yield from plan_warnings(project.name, lines, shared.terms_of(state, project))


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisePlan(Command, sv="revidera_plan", cli="project revise", makes=PlanRevised):
    """Revise what boards are to repay from now on (revidera återföringsplan); an empty board repays no more.

    The frozen original stays, and with it the floor (R24).
    """

    kinds: ClassVar = ()  # the event stores what each line changes by, not the plan decided
    rules: ClassVar = (
        shared.project_known, shared.reason_given, shared.delegable("amend"), repays_anything, not_settled,
        shared.own_boards, _boards_stand, _changes_something, _in_time,
    )  # fmt: skip
    project: ProjectName
    plan: RepaymentPlan
    reason: Reason
    decision: Decided

    def values(self, state: FundsState) -> dict[str, Any]:
        """The changes of the plan."""
        project, changes = shared.project_of(self, state), _changes(self, state)
        if not changes:
            raise FaultyField("plan")
        return {**shared.fund_of(project), "changes": changes, "year": self.decision.date.year}


COMMANDS: tuple[type[Command], ...] = (RevisePlan,)
