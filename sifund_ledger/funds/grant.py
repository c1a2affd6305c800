"""What may be granted to a project, and why not (beviljande, P2; ruling R19). Amounts are öre."""

from __future__ import annotations

from collections.abc import Mapping

from sifund_ledger.authority import GRANT_TASK, authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.account import fund_balance
from sifund_ledger.funds.events import Granted, Used
from sifund_ledger.funds.register import NAME_EMPTY, FundRegister, fund_faults
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED, earmark
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Plan
from sifund_ledger.money import format_amount

ABOVE_AVAILABLE = FindingCode(
    "ABOVE_AVAILABLE",
    Severity.ERROR,
    en="{amount} kr is asked for, but only {available} kr is set aside and free in {fund}.",
    sv="{amount} kr begärs, men bara {available} kr är öronmärkt och disponibelt i {fund}.",
    remedy_en="Lower the amount to {available} kr, or set aside more first.",
    remedy_sv="Sänk beloppet till {available} kr, eller öronmärk mer först.",
    citation="KL (2017:725) 5:1-2",
)
PROJECT_ELSEWHERE = FindingCode(
    "PROJECT_ELSEWHERE",
    Severity.ERROR,
    en="The project {project!r} belongs to {fund} and {board}.",
    sv="Projektet {project!r} hör till {fund} och {board}.",
    remedy_en="Use another name for the new project.",
    remedy_sv="Använd ett annat namn för det nya projektet.",
)
GRANT_UNFINANCED = FindingCode(
    "GRANT_UNFINANCED",
    Severity.ERROR,
    en="The fund's appropriation for {years} is not enough, and the decision does not say how the grant is financed.",
    sv="Fondens anslag för {years} räcker inte, och beslutet anger inte hur bidraget finansieras.",
    remedy_en="Give financing=, as the decision states it.",
    remedy_sv="Ange financing=, så som beslutet anger det.",
    citation="KL (2017:725) 11:15",
)
FRAMES_DIFFER = FindingCode(
    "FRAMES_DIFFER",
    Severity.ERROR,
    en="The frames by year add up to {frames} kr, the grant is {amount} kr.",
    sv="Ramarna per år summerar till {frames} kr, beviljat är {amount} kr.",
    remedy_en="Divide the grant over the years so that it adds up.",
    remedy_sv="Fördela det beviljade på åren så att summan stämmer.",
    citation="KL (2017:725) 11:6",
)
CODES = (
    ABOVE_AVAILABLE,
    PROJECT_ELSEWHERE,
    GRANT_UNFINANCED,
    FRAMES_DIFFER,
)


def grant_faults(
    register: FundRegister, balances: Balances, fund: str, project: str, ore: int, board: str,
    frames: Mapping[int, int], financing: str,
) -> list[Finding]:  # fmt: skip
    """Why an amount cannot be granted to a project (P2; ruling R19)."""
    faults = [
        NAME_EMPTY.at(fund, what=what, what_sv=what_sv)
        for name, what, what_sv in ((project, "project", "Projektet"), (board, "board", "Nämnden"))
        if not name.strip()
    ]
    known = register.projects.get(project)
    if known is not None and (known.fund, known.board) != (fund, board):
        faults.append(PROJECT_ELSEWHERE.at(project, project=project, fund=known.fund, board=known.board))
    available = fund_balance(balances, fund, FUND_AVAILABLE)
    if ore > available:
        faults.append(
            ABOVE_AVAILABLE.at(fund, amount=format_amount(ore), available=format_amount(available), fund=fund)
        )
    if sum(frames.values()) != ore:
        total = format_amount(sum(frames.values()))
        faults.append(FRAMES_DIFFER.at(project, frames=total, amount=format_amount(ore)))
    if not financing.strip():
        faults.append(GRANT_UNFINANCED.at(project, years=", ".join(map(str, sorted(frames)))))
    return faults


def plan_grant(
    register: FundRegister, balances: Balances, *, fund: str, project: str, ore: int, board: str,
    frames: Mapping[int, int] | None, financing: str, decision: Decision,
) -> Plan:  # fmt: skip
    """What granting an amount comes to; without ``frames`` all of it is in the frame of the decision's year."""
    by_year = dict(frames) if frames else {decision.date.year: ore}
    faults = authority_faults(decision, GRANT_TASK, fund=fund, delegations=register.delegations)
    faults += fund_faults(register, fund)
    if fund in register.policies:
        faults += grant_faults(register, balances, fund, project, ore, board, by_year, financing)
    event = Granted(
        fund, "", project, ore, board, tuple(sorted(by_year.items())), financing, decision.date.year, decision.date
    )
    return Plan((Draft(event, decision),), tuple(faults))


def granted_to(balances: Balances, fund: str, project: str) -> tuple[int, int]:
    """What a project has been granted and has used, in öre, positive."""
    account = earmark(FUND_COMMITTED, fund=fund, project=project)
    return -balances.movement(account, Granted.kind), balances.movement(account, Used.kind)
