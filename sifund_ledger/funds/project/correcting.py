"""What of a fund cannot be taken back, and why (rättelse; LKBR 3:7): what later records rest on.

The journal itself refuses what would leave an account on its wrong side; here stands what the accounts do not show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding, record_place
from sifund_ledger.funds.fund.rules import FundsState
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.project.rules import above_annual_frame, spent_in
from sifund_ledger.funds.repayment.findings import CLAIM_MOVED_SINCE, PROJECT_SETTLED
from sifund_ledger.funds.state import claim_events as claims
from sifund_ledger.funds.state import fund_events as events
from sifund_ledger.funds.state import project_events, use_events
from sifund_ledger.funds.state.project import ProjectStanding, ProjectState, plan_by_board, total_of
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.accounts import FUND_APPROPRIATION, FUND_CLAIM
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.year_sums import NO_SUMS

_OF_GRANT = (
    project_events.Granted,
    project_events.GrantAmended,
    use_events.Used,
    project_events.Released,
    project_events.ProjectOpened,
)
_OF_CLAIM = (
    claims.PlanRevised, claims.Repaid, claims.RepaymentReturned, claims.ShortfallBorne, claims.Waived,
    claims.Reassigned,
)  # fmt: skip


_OF_PROJECT = (*_OF_GRANT, project_events.FrameCarried, *_OF_CLAIM)
_GRANTS = (project_events.Granted, project_events.ProjectOpened)
_UNDER_GRANT = (
    project_events.GrantAmended,
    use_events.Used,
    project_events.Released,
    project_events.FrameCarried,
)
"""What is decided under a grant, and never before it (R44)."""

Decided = Mapping[int, Decision]
"""The decisions that records name, by their numbers."""


def correction_faults(state: FundsState, seq: int, decided: Decided) -> list[Finding]:
    """Why a record of funds cannot be corrected, and what is worth knowing; nothing for other records."""
    register, balances = state.register, state.balances
    event, place = register.event(seq), record_place(seq)
    if isinstance(event, events.SetAside):
        return list(_taken_faults(register, balances, event, place))
    if not isinstance(event, _OF_PROJECT) or seq in register.corrected:
        return []
    project = register.projects[event.project]
    if project.standing is ProjectStanding.SETTLED:
        return [PROJECT_SETTLED.at(place, project=project.name)]
    faults = [*_resting_on(register, seq, event, decided)]
    if isinstance(event, _OF_GRANT):
        faults += [*_grant_faults(state, project, event, place), *_taken_faults(register, balances, event, place)]
    faults += _moved_faults(register, event, seq)
    if isinstance(event, claims.Repaid) and event.entitles:
        faults += _renewed_faults(register, event, seq)
    return faults


def _resting_on(register: FundRegister, seq: int, event: Any, decided: Decided) -> Iterator[Finding]:
    """The first later record of the project that would lack, without this one, what it takes of a grant, of a year's
    frame or of a board's instalment; or that was decided before any other grant (R44)."""
    from_day, until = _days_of_grant(register, seq, event)
    alone = isinstance(event, _GRANTS) and register.projects[event.project].grants == (seq,)
    own, have = _moved(event), Counter[Any]()
    have.update({key: -spent_in(register, event.project, key[1]) for key in own if key[0] == "frame"})
    for number, each in register.events_of(event.project):
        if not isinstance(each, _OF_PROJECT):
            continue
        moved = _moved(each)
        have.update(moved)
        if number <= seq:
            continue
        lacks = any(
            have[key] >= 0 > have[key] - own[key]
            for key, ore in moved.items()
            if ore < 0 and (key[0] != "frame" or isinstance(each, project_events.FrameCarried))
        )
        decision = decided.get(number) if isinstance(each, _UNDER_GRANT) else None
        # A plan that was revised is one of a project: without its only grant there would be claims of none.
        of_none = alone and isinstance(each, claims.PlanRevised)
        if lacks or of_none or (decision is not None and from_day <= decision.date < until):
            yield codes.RESTED_ON.at(record_place(seq), seq=seq, other=number)
            return


def _days_of_grant(register: FundRegister, seq: int, event: Any) -> tuple[date, date]:
    """From when to when it is the project's only grant, by the days of the decisions: no day for other events."""
    state = register.projects[event.project]
    if not isinstance(event, _GRANTS) or seq not in register.granted_by:
        return date.max, date.max
    others = [
        register.granted_by[grant].date for grant in state.grants if grant in register.granted_by and grant != seq
    ]
    return register.granted_by[seq].date, min(others, default=date.max)


def _moved(event: Any) -> Counter[Any]:
    """What an event gives a project, or takes of it, in öre: of its grant, of its years' frames, of boards' claims and
    of what they have repaid."""
    moved = Counter[Any]()
    sign = -1 if isinstance(event, project_events.Released) else 1
    if isinstance(event, project_events.Granted | project_events.GrantAmended | project_events.Released):
        moved["left",] = sign * event.ore
        moved.update({("frame", year): sign * ore for year, ore in event.frames})
    elif isinstance(event, use_events.Used):
        moved["left",] = -event.ore
    elif isinstance(event, project_events.ProjectOpened):
        moved["left",] = event.granted_ore - event.used_ore - event.released_ore
        moved.update({("repaid", board): ore for board, ore in event.repaid})
    elif isinstance(event, project_events.FrameCarried):
        moved.update({("frame", event.from_year): -event.ore, ("frame", event.to_year): event.ore})
    elif isinstance(event, claims.Repaid | claims.RepaymentReturned):
        moved["repaid", event.board] = event.ore if isinstance(event, claims.Repaid) else -event.ore
    for account, ore in event.postings():
        if account.code == FUND_CLAIM:
            moved["claim", account.board, account.year] += ore
    return moved


def _renewed_faults(register: FundRegister, event: claims.Repaid, seq: int) -> Iterator[Finding]:
    """Whether a renewal of some year rests on it: what was repaid by then no longer covers what was renewed by then."""
    key = (event.fund, event.subfund)
    repaid, renewed = register.entitled.get(key, NO_SUMS), register.renewed.get(key, NO_SUMS)
    lacking = (
        min(event.ore, renewed.at(year) - (repaid.at(year) - event.ore))
        for year in renewed.years
        if year >= event.frame_year
    )
    if (most := max(lacking, default=0)) > 0:
        yield codes.REPAYMENT_RENEWED.at(record_place(seq), seq=seq, amount=most)


def _become(event: Any) -> Iterator[tuple[str, str, int]]:
    """What an event says has become of a plan: board, in which way, and how much."""
    if isinstance(event, project_events.GrantAmendedWithPlan):
        for board, lines in plan_by_board(event.frozen).items():
            yield board, "original", total_of(lines)
    elif isinstance(event, claims.Repaid):
        yield event.board, "repaid", event.ore
    elif isinstance(event, claims.RepaymentReturned):
        yield event.board, "borne", event.ore
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
        if way == "repaid":  # what was given back has not gone with the claim
            gone -= _returned_to(register, event.project, board)
        if gone > 0:
            moves = (
                number
                for number, each in register.events_of(event.project)
                if isinstance(each, claims.Reassigned) and each.from_board == board and number not in register.corrected
            )
            values: dict[str, Any] = {"project": event.project, "seq": seq, "amount": gone, "board": board}
            yield CLAIM_MOVED_SINCE.at(record_place(seq), other=max(moves, default=seq), **values)


def _returned_to(register: FundRegister, project: str, board: str) -> int:
    returned = (each for _, each in register.events_of(project) if isinstance(each, claims.RepaymentReturned))
    return sum(each.ore for each in returned if each.board == board)


def _taken_faults(register: FundRegister, balances: Balances, event: Any, place: str) -> Iterator[Finding]:
    """Why what an event put into a frame's appropriation cannot be taken back: it is granted since. Its own accounts
    say that of an earmark, and of what the result reserve holds for a fund."""
    if register.policies[event.fund].legal_form is LegalForm.OPERATING_FRAME:  # other years never stand in for a year
        for account, ore in event.postings():
            left = balances.balance(account)
            if account.code == FUND_APPROPRIATION and ore > max(0, left):
                yield codes.ABOVE_AVAILABLE.at(place, amount=ore, available=max(0, left), fund=event.fund)


def _grant_faults(state: FundsState, project: ProjectState, event: Any, place: str) -> Iterator[Finding]:
    """Only a grant of an earmark is used; what was lowered is within the year's frame again; and a closed
    project that is left with something runs again (I4)."""
    granted = isinstance(event, project_events.Granted | project_events.GrantAmended)
    if granted and event.ore > project.left and not state.register.is_earmark(project.fund):
        yield codes.GRANT_BELOW_USED.at(place, project=project.name, amount=event.ore, left=project.left)
    if granted and event.ore < 0:
        policy = state.register.policy_of_project(project)
        yield from above_annual_frame(state, project.fund, project.subfund, event.year, -event.ore, policy)
    left = project.left - _moved(event)["left",]
    if project.standing is ProjectStanding.CLOSED and left > 0:
        yield codes.PROJECT_RUNS_AGAIN.at(place, project=project.name, left=left)
