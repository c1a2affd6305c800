"""Claims on boards (återföringskrav): what every command on one asks first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.project import rules as shared
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding
from sifund_ledger.ledger.commands import FaultyField


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


def _claim_known(command: Any, state: FundsState) -> Iterator[Finding]:
    shared.require(command, state, repays_anything)
    name, board = command.project, command.board
    if (name, board) not in state.register.claims:
        known = ", ".join(shared.project_of(command, state).boards) or "–"
        yield codes.CLAIM_UNKNOWN.at(f"{name}, {board}", project=name, board=board, known=known)


CLAIM_STANDS = (shared.project_known, repays_anything, not_settled, _claim_known)
CLAIM_KNOWN = (shared.project_known, repays_anything, _claim_known)
"""The same of a claim that may be settled."""


def claim_of(command: Any, state: FundsState) -> BoardClaim:
    """The claim on the board. Raises :class:`FaultyField` where :func:`_claim_known` finds none."""
    claim = state.register.claims.get((command.project, command.board))
    if claim is None:
        raise FaultyField("board")
    return claim
