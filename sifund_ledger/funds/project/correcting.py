"""What of a fund cannot be taken back, and why (rättelse; LKBR 3:7): what later records rest on.

The journal itself refuses what would leave an account on its wrong side; here stands what the accounts do not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.policy.policy import LegalForm
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.repayment.findings import CLAIM_MOVED_SINCE, PROJECT_SETTLED
from sifund_ledger.funds.state import claim_events as claims
from sifund_ledger.funds.state import fund_events as events
from sifund_ledger.funds.state import project_events
from sifund_ledger.funds.state.project import ProjectStanding, plan_by_board, total_of
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.accounts import FUND_APPROPRIATION
from sifund_ledger.ledger.balances import Balances

_OF_GRANT = (
    project_events.Granted,
    project_events.GrantAmended,
    project_events.Used,
    project_events.Released,
    project_events.ProjectOpened,
)
_OF_CLAIM = (claims.PlanRevised, claims.Repaid, claims.ShortfallBorne, claims.Waived, claims.Reassigned)


def correction_faults(register: FundRegister, balances: Balances, seq: int) -> list[Finding]:
    """Why a record of funds cannot be corrected; empty for what is no record of funds."""
    event, place = register.event(seq), f"post {seq}"
    if isinstance(event, _OF_GRANT):
        faults = [*_grant_faults(register, event, place), *_taken_faults(register, balances, event, place)]
        return [*faults, *_moved_faults(register, event, seq)]
    if isinstance(event, _OF_CLAIM):
        faults = []
        state = register.projects[event.project]
        if state.standing is ProjectStanding.SETTLED:
            faults.append(PROJECT_SETTLED.at(place, project=state.name))
        faults += _moved_faults(register, event, seq)
        if isinstance(event, claims.Repaid) and event.entitles:
            left = register.entitlement(event.fund, event.subfund, at=LAST_YEAR) - event.ore
            if left < 0:
                faults.append(codes.REPAYMENT_RENEWED.at(place, seq=seq, amount=-left))
        return faults
    if isinstance(event, events.SetAside):
        return list(_taken_faults(register, balances, event, place))
    return []


def _become(event: Any) -> Iterator[tuple[str, str, int]]:
    """What an event says has become of a plan: board, in which way, and how much."""
    if isinstance(event, project_events.GrantAmendedWithPlan):
        for board, lines in plan_by_board(event.frozen).items():
            yield board, "original", total_of(lines)
    elif isinstance(event, claims.Repaid):
        yield event.board, "repaid", event.ore
    elif isinstance(event, claims.Waived):
        yield event.board, "waived", total_of(event.lines)
    elif isinstance(event, claims.ShortfallBorne):
        for board, lines in plan_by_board(event.lines).items():
            yield board, "borne", total_of(lines)
    elif isinstance(event, claims.ReassignedInProportion):
        yield event.to_board, "repaid", event.repaid_ore
        yield event.to_board, "waived", event.waived_ore
        yield event.to_board, "borne", event.borne_ore


def _moved_faults(register: FundRegister, event: Any, seq: int) -> Iterator[Finding]:
    """Why what became of a plan cannot be taken back from a board: it has gone with the claim to another (R39)."""
    for board, way, ore in _become(event):
        gone = ore - getattr(register.claims[event.project, board], way)
        if gone > 0:
            values: dict[str, Any] = {"project": event.project, "seq": seq, "amount": gone, "board": board}
            yield CLAIM_MOVED_SINCE.at(f"post {seq}", **values)


def _taken_faults(register: FundRegister, balances: Balances, event: Any, place: str) -> Iterator[Finding]:
    """Why what an event put into a frame's appropriation, or into the reserve for a fund, cannot be taken back: it is
    granted since. An earmark's own accounts say that."""
    form = register.policies[event.fund].legal_form
    if form is LegalForm.OPERATING_FRAME:  # a frame is its year's: other years never stand in for it
        for account, ore in event.postings():
            left = balances.balance(account)
            if account.code == FUND_APPROPRIATION and ore > max(0, left):
                yield codes.ABOVE_AVAILABLE.at(place, amount=ore, available=max(0, left), fund=event.fund)
    elif form is LegalForm.RESULT_RESERVE:
        sign = -1 if isinstance(event, project_events.Granted | project_events.GrantAmended) else 1
        put = 0 if isinstance(event, project_events.Used | project_events.ProjectOpened) else sign * event.ore
        left = register.pots[event.fund, event.subfund].available
        if put > left:
            yield codes.ABOVE_AVAILABLE.at(place, amount=put, available=max(0, left), fund=event.fund)


def _grant_faults(register: FundRegister, event: object, place: str) -> list[Finding]:
    assert isinstance(event, _OF_GRANT)
    state = register.projects[event.project]
    faults = []
    if state.standing is not ProjectStanding.RUNNING:
        faults.append(codes.PROJECT_NOT_RUNNING.at(place, project=state.name, standing=state.standing))
    less = event.ore if isinstance(event, project_events.Granted | project_events.GrantAmended) else 0
    if less > state.left and not register.is_earmark(state.fund):
        faults.append(codes.GRANT_BELOW_USED.at(place, project=state.name, amount=less, left=state.left))
    return faults
