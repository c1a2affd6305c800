"""Claims on boards (återföringskrav): what every command on one asks first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding, ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.commands import FaultyField


def repays_anything(command: Any, state: FundsState) -> Iterator[Finding]:
    """The project is one that is repaid, under its policy."""
    yield from repays_nothing(state.register, shared.project_of(command, state))


def repays_nothing(register: FundRegister, project: ProjectState) -> list[Finding]:
    """That the project's policy asks no repayment of it; empty where it does."""
    if project.revolving:
        return []
    values: dict[str, Any] = {"policy": register.policy_of_project(project).name, "start": project.start}
    return [codes.REPAYMENT_IN_BUDGET_MODEL.at(project.name, project=project.name, **values)]


def claim_unknown(project: ProjectState, board: str) -> Finding:
    """That the project has no claim on the board, with the boards on which it has one."""
    known = ", ".join(project.boards) or "–"
    return codes.CLAIM_UNKNOWN.at(f"{project.name}, {board}", project=project.name, board=board, known=known)


def not_settled(command: Any, state: FundsState) -> Iterator[Finding]:
    """The project is not settled."""
    project = shared.project_of(command, state)
    if project.standing is ProjectStanding.SETTLED:
        yield codes.PROJECT_SETTLED.at(project.name, project=project.name)


def _claim_known(command: Any, state: FundsState) -> Iterator[Finding]:
    shared.require(command, state, repays_anything)
    if (command.project, command.board) not in state.register.claims:
        yield claim_unknown(shared.project_of(command, state), command.board)


CLAIM_STANDS = (shared.project_known, repays_anything, not_settled, _claim_known)
CLAIM_KNOWN = (shared.project_known, repays_anything, _claim_known)
"""The same of a claim that may be settled."""


def claim_of(command: Any, state: FundsState) -> BoardClaim:
    """The claim on the board. Raises :class:`FaultyField` where :func:`_claim_known` finds none."""
    claim = state.register.claims.get((command.project, command.board))
    if claim is None:
        raise FaultyField("board")
    return claim
