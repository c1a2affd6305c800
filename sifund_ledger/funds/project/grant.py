"""What may be granted to a project, and why not (beviljande, P2, P6; ruling R19; I5, I8–I10, I17). Amounts are öre."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

from sifund_ledger.amounts import format_amount
from sifund_ledger.authority import GRANT_TASK, authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.policy.policy import LegalForm, Policy
from sifund_ledger.funds.project import findings as codes
from sifund_ledger.funds.repayment.boards import board_faults
from sifund_ledger.funds.repayment.plan import NO_LINES, Instalments, plan_faults, plan_lines, plan_warnings
from sifund_ledger.funds.state.fund_events import Granted
from sifund_ledger.funds.state.postings import PlanLine, YearOre
from sifund_ledger.funds.state.project import ProjectStanding
from sifund_ledger.funds.state.project_events import GrantedOfFrame
from sifund_ledger.funds.state.register import FundRegister, fund_faults, repays
from sifund_ledger.ledger.accounts import FUND_APPROPRIATION, frame
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Plan


class GrantRequest(NamedTuple):
    """A grant that is asked for, as :func:`plan_grant` takes it; ``plan`` has instalments by board (P6)."""

    fund: str
    subfund: str
    project: str
    ore: int
    board: str
    frames: Mapping[int, int]
    financing: str
    decision: Decision
    plan: Instalments = NO_LINES
    start: date | None = None
    end: date | None = None
    participants: tuple[tuple[str, str], ...] = ()


def available_faults(
    register: FundRegister, balances: Balances, fund: str, subfund: str, ore: int, frames: tuple[YearOre, ...]
) -> list[Finding]:
    """Why an amount is more than a sub-fund can give: other sub-funds never stand in for it (I2, I17)."""
    if register.policies[fund].legal_form is LegalForm.OPERATING_FRAME:
        faults = []
        for year, part in frames:
            left = balances.balance(frame(FUND_APPROPRIATION, fund=fund, year=year))
            if part > left:
                values: dict[str, Any] = {
                    "amount": format_amount(part),
                    "left": format_amount(max(0, left)),
                    "year": year,
                }
                faults.append(codes.APPROPRIATION_EXCEEDED.at(f"{fund} {year}", **values))
        return faults
    pot = register.pots.get((fund, subfund))
    available = pot.available if pot else 0
    if ore <= available:
        return []
    name = f"{fund}, {subfund}" if subfund else fund
    return [codes.ABOVE_AVAILABLE.at(fund, amount=format_amount(ore), available=format_amount(available), fund=name)]


def grant_faults(
    register: FundRegister, balances: Balances, request: GrantRequest, policy: Policy, start: date
) -> list[Finding]:
    """Why an amount cannot be granted to a project (P2; ruling R19)."""
    fund, project, ore = request.fund, request.project, request.ore
    faults = [
        NAME_EMPTY.at(fund, what=Bilingual(what_sv, f"The {what}"))
        for name, what, what_sv in ((project, "project", "Projektet"), (request.board, "board", "Nämnden"))
        if not name.strip()
    ]
    faults += board_faults(register, request.board, request.decision.date)
    known = register.project(project)
    if known is not None and (known.fund, known.board, known.subfund) != (fund, request.board, request.subfund):
        faults.append(codes.PROJECT_ELSEWHERE.at(project, project=project, fund=known.fund, board=known.board))
    if known is not None and known.standing is not ProjectStanding.RUNNING:
        faults.append(codes.PROJECT_NOT_RUNNING.at(project, project=project, standing=known.standing.value))
    frames = tuple(sorted(request.frames.items()))
    faults += available_faults(register, balances, fund, request.subfund, ore, frames)
    faults += _frame_faults(request)
    faults += _policy_faults(register, request, policy)
    if request.end is not None and request.end < start:
        faults.append(codes.PROJECT_ENDS_EARLY.at(project, project=project, start=start, end=request.end))
    return faults


def _frame_faults(request: GrantRequest) -> list[Finding]:
    faults, frames = [], request.frames
    if sum(frames.values()) != request.ore:
        total = format_amount(sum(frames.values()))
        faults.append(codes.FRAMES_DIFFER.at(request.project, frames=total, amount=format_amount(request.ore)))
    if not request.financing.strip():
        faults.append(codes.GRANT_UNFINANCED.at(request.project, years=", ".join(map(str, sorted(frames)))))
    return faults


def _policy_faults(register: FundRegister, request: GrantRequest, policy: Policy) -> list[Finding]:
    faults, year, fund = [], request.decision.date.year, request.fund
    if policy.window is not None and not policy.window[0] <= year <= policy.window[1]:
        first, last = policy.window
        faults.append(codes.WINDOW_CLOSED.at(fund, policy=policy.name, first=first, last=last, year=year))
    return faults + annual_frame_faults(register, fund, request.subfund, year, request.ore, policy)


def annual_frame_faults(
    register: FundRegister, fund: str, subfund: str, year: int, ore: int, policy: Policy
) -> list[Finding]:
    """Why ``ore`` more cannot be granted in a year: its grants would exceed the policy's annual frame (årsram)."""
    total = register.granted_in.get((fund, subfund, year), 0) + ore
    if policy.annual_frame_ore is None or total <= policy.annual_frame_ore:
        return []
    amount, limit = format_amount(total), format_amount(policy.annual_frame_ore)
    return [codes.ANNUAL_FRAME_EXCEEDED.at(f"{fund} {year}", amount=amount, year=year, frame=limit)]


def plan_grant(register: FundRegister, balances: Balances, request: GrantRequest) -> Plan:
    """What granting an amount comes to; without ``frames`` all of it is in the frame of the decision's year."""
    decision, fund = request.decision, request.fund
    if not request.frames:
        request = request._replace(frames={decision.date.year: request.ore})
    faults = authority_faults(decision, GRANT_TASK, fund=fund, delegations=register.delegations)
    found = fund_faults(register, fund, request.subfund)
    faults += found
    lines: tuple[PlanLine, ...] = ()
    warnings: list[Finding] = []
    make: type[Granted] = Granted
    if not found:
        known = register.project(request.project)
        start = known.start if known else request.start or decision.date
        # An added grant follows the version that its project started under (I18).
        version = known.version if known and known.fund == fund else register.version_at(fund, start)
        policy = register.policy_of(fund, request.subfund, version)
        make = Granted if policy.legal_form is LegalForm.EARMARKED_EQUITY else GrantedOfFrame
        faults += grant_faults(register, balances, request, policy, start)
        lines, more = plan_lines(request.project, request.plan, policy)
        faults += more
        required = required_plan(policy, request.ore)
        end = request.end or (known.end if known else None)
        revolving = repays(policy, start)
        faults += plan_faults(register, request.project, lines, policy, required, start, end, revolving)
        warnings = plan_warnings(request.project, lines, policy, end)
    event = make(
        fund, request.subfund, request.project, request.ore, request.board, tuple(sorted(request.frames.items())),
        request.financing, decision.date.year, decision.date, lines, request.start, request.end, request.participants,
    )  # fmt: skip
    return Plan((Draft(event, decision),), tuple(faults), tuple(warnings))


def required_plan(policy: Policy, granted_ore: int) -> int:
    """The least that a plan must repay of a grant: the policy's share of it, rounded up to the öre (I10).

    >>> required_plan(Policy(name="p", source="s", revolving=True), 600)
    600
    """
    return ceil(Fraction(policy.payback_required_share) * granted_ore)
