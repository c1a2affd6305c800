"""Taking a fund over half-way (ingående balanser; R28): what it has, its projects as they stand. Amounts are öre."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sifund_ledger.amounts import format_amount
from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import year_start
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.repayment.findings import PLAN_IN_BUDGET_MODEL, PLAN_MISSING
from sifund_ledger.funds.state.fund_events import FundOpened
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.project import plan_by_board
from sifund_ledger.funds.state.project_events import ProjectOpened
from sifund_ledger.funds.state.register import FundRegister, fund_faults, repays
from sifund_ledger.ledger.records import Draft, Plan


class Halfway(NamedTuple):
    """A project as it stood when the book took it over (projekt under gång); amounts in öre, from its start on."""

    fund: str
    subfund: str
    project: str
    board: str
    granted: int
    used: int
    released: int
    original_plan: tuple[PlanLine, ...]
    repaid: Mapping[str, int]
    open_claims: tuple[PlanLine, ...]
    start: date | None
    end: date | None
    participants: tuple[tuple[str, str], ...]


def _begun_faults(register: FundRegister, fund: str) -> list[Finding]:
    begun = any(key[0] == fund for where in (register.deposits, register.granted_in) for key in where)
    return [codes.FUND_BEGUN.at(fund, fund=fund)] if begun else []


def plan_opening(register: FundRegister, *, fund: str, subfund: str, ore: int, year: int, decision: Decision) -> Plan:
    """What a fund's opening balance comes to: what was available on the first day of a year."""
    faults = authority_faults(decision, "open_fund", fund=fund) + fund_faults(register, fund, subfund)
    if fund in register.policies:
        faults += _begun_faults(register, fund)
        if not register.is_earmark(fund):
            faults.append(codes.NOT_AN_EARMARK.at(fund, fund=fund))
    event = FundOpened(fund, subfund, ore, year, year_start(year))
    return Plan((Draft(event, decision),), tuple(faults))


def plan_halfway(register: FundRegister, halfway: Halfway, *, year: int, decision: Decision) -> Plan:
    """What taking over a project half-way comes to: the rest of its grant, and of its plan, from a year's first day."""
    fund, project = halfway.fund, halfway.project
    faults = authority_faults(decision, "open_fund", fund=fund) + fund_faults(register, fund, halfway.subfund)
    for name, what, what_sv in ((project, "project", "Projektet"), (halfway.board, "board", "Nämnden")):
        if not name.strip():
            faults.append(NAME_EMPTY.at(fund, what=Bilingual(what_sv, f"The {what}")))
    if register.project(project) is not None:
        faults.append(codes.PROJECT_EXISTS.at(project, project=project))
    faults += _amount_faults(halfway)
    earmarked = True
    if not fund_faults(register, fund, halfway.subfund):
        faults += _begun_faults(register, fund)
        earmarked = register.is_earmark(fund)
        start = halfway.start or year_start(year)
        policy = register.policy_of(fund, halfway.subfund, register.version_at(fund, start))
        if not repays(policy, start) and (halfway.original_plan or halfway.open_claims):
            faults.append(PLAN_IN_BUDGET_MODEL.at(project, project=project, policy=policy.name, start=start))
        if repays(policy, start) and not halfway.original_plan:
            faults.append(PLAN_MISSING.at(project, project=project, policy=policy.name))
    event = ProjectOpened(
        fund, halfway.subfund, project, halfway.board, halfway.granted, halfway.used, halfway.released,
        halfway.original_plan, tuple(sorted(halfway.repaid.items())), halfway.open_claims, halfway.start, halfway.end,
        halfway.participants, earmarked, year, year_start(year),
    )  # fmt: skip
    return Plan((Draft(event, decision),), tuple(faults))


def _amount_faults(halfway: Halfway) -> list[Finding]:
    said: list[tuple[str, str, int, int]] = []
    spent = halfway.used + halfway.released
    if spent > halfway.granted:
        said.append(("more is used and released than granted", "mer är använt än beviljat", spent, halfway.granted))
    originals, opened = plan_by_board(halfway.original_plan), plan_by_board(halfway.open_claims)
    for board in dict.fromkeys((*originals, *opened, *halfway.repaid)):
        planned = sum(ore for _, ore in originals.get(board, ()))
        claimed = sum(ore for _, ore in opened.get(board, ())) + halfway.repaid.get(board, 0)
        if claimed > planned:
            what = f"{board} has repaid and owes more than its plan"
            said.append((what, f"{board} har återfört och är skyldig mer än planen", claimed, planned))
    return [
        codes.OPENING_UNSOUND.at(
            halfway.project,
            project=halfway.project,
            what=what,
            what_sv=what_sv,
            left=format_amount(left),
            right=format_amount(right),
        )
        for what, what_sv, left, right in said
    ]
