"""What may be used of an earmark, and why not (ianspråktagande, P4, P4b; rulings R14, R15; EM-4). Amounts are öre."""

from __future__ import annotations

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.account import fund_balance, fund_movement
from sifund_ledger.funds.events import USES, Used, UsedDirectly
from sifund_ledger.funds.grant import ABOVE_AVAILABLE
from sifund_ledger.funds.register import FundRegister, fund_faults
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED, earmark
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Plan
from sifund_ledger.money import format_amount

ABOVE_GRANT = FindingCode(
    "ABOVE_GRANT",
    Severity.ERROR,
    en="{amount} kr is to be used, but {left} kr is left of what {project} was granted.",
    sv="{amount} kr ska ianspråktas, men {left} kr återstår av det som {project} beviljats.",
    remedy_en="Use {left} kr at most, or grant more first.",
    remedy_sv="Ianspråkta högst {left} kr, eller bevilja mer först.",
    citation="KL (2017:725) 5:1-2",
)
USE_NEEDS_PROJECT = FindingCode(
    "USE_NEEDS_PROJECT",
    Severity.ERROR,
    en="The policy {policy} uses an earmark only through a project's grant.",
    sv="Riktlinjen {policy} medger bara ianspråktagande genom ett beviljat projekt.",
    remedy_en="Grant the amount to a project first, and name it: project=.",
    remedy_sv="Bevilja först beloppet till ett projekt, och ange det: project=.",
)
PROJECT_UNKNOWN = FindingCode(
    "PROJECT_UNKNOWN",
    Severity.ERROR,
    en="{fund} has granted nothing to a project called {project!r}.",
    sv="{fund} har inte beviljat något till ett projekt som heter {project!r}.",
    remedy_en="Grant it first: book.grant({fund!r}, {project!r}, …).",
    remedy_sv="Bevilja först: book.grant({fund!r}, {project!r}, …).",
)
NET_COST_MISSING = FindingCode(
    "NET_COST_MISSING",
    Severity.ERROR,
    en="The use for {project} does not say what the project has cost.",
    sv="Ianspråktagandet för {project} anger inte vad projektet har kostat.",
    remedy_en="Give net_cost=: the year's cost net of state grants and other contributions.",
    remedy_sv="Ange net_cost=: årets kostnad efter statsbidrag och andra bidrag.",
    citation="LKBR (2018:597) 3:9",
)
USE_ABOVE_NET_COST = FindingCode(
    "USE_ABOVE_NET_COST",
    Severity.ERROR,
    en="{amount} kr would be used in {year}, above the net cost of {cost} kr.",
    sv="{amount} kr skulle ianspråktas {year}, över nettokostnaden {cost} kr.",
    remedy_en="Use the net cost at most: what grants and contributions pay for is not covered twice.",
    remedy_sv="Ianspråkta högst nettokostnaden: det som bidrag betalar täcks inte två gånger.",
    citation="LKBR (2018:597) 4:4",
)
CODES = (
    ABOVE_GRANT,
    USE_NEEDS_PROJECT,
    PROJECT_UNKNOWN,
    NET_COST_MISSING,
    USE_ABOVE_NET_COST,
)


def use_faults(
    register: FundRegister, balances: Balances, fund: str, project: str | None, ore: int, year: int,
    net_cost_ore: int | None,
) -> list[Finding]:  # fmt: skip
    """Why an amount cannot be used in a year (P4, and P4b without a project; rulings R14, R15; EM-4)."""
    faults: list[Finding] = []
    if project is None:
        policy = register.policies[fund]
        if not policy.use_without_project:
            faults.append(USE_NEEDS_PROJECT.at(fund, policy=policy.name))
        available = fund_balance(balances, fund, FUND_AVAILABLE)
        if ore > available:
            faults.append(
                ABOVE_AVAILABLE.at(fund, fund=fund, amount=format_amount(ore), available=format_amount(available))
            )
        cost = ore if net_cost_ore is None else net_cost_ore
        return faults + _cost_faults(fund, ore, cost, year)
    entry = register.projects.get(project)
    if entry is None or entry.fund != fund:
        return [PROJECT_UNKNOWN.at(project, fund=fund, project=project)]
    account = earmark(FUND_COMMITTED, fund=fund, project=project)
    left = -balances.balance(account)
    if ore > left:
        faults.append(ABOVE_GRANT.at(project, project=project, amount=format_amount(ore), left=format_amount(left)))
    if net_cost_ore is None:
        return [*faults, NET_COST_MISSING.at(project, project=project)]
    used_before = balances.movement(account, Used.kind, year=year)
    return faults + _cost_faults(project, used_before + ore, net_cost_ore, year)


def _cost_faults(place: str, used_ore: int, cost_ore: int, year: int) -> list[Finding]:
    if used_ore <= cost_ore:
        return []
    return [
        USE_ABOVE_NET_COST.at(
            f"{place} {year}", year=year, amount=format_amount(used_ore), cost=format_amount(cost_ore)
        )
    ]


def plan_use(
    register: FundRegister, balances: Balances, *, fund: str, project: str | None, ore: int, year: int,
    net_cost_ore: int | None, decision: Decision,
) -> Plan:  # fmt: skip
    """What using an amount comes to: of a project's grant, or directly where the policy lets it.

    A use of a grant follows from the grant or the closing and cites that decision; a direct use is the council's (R27).
    """
    faults = authority_faults(decision, "use_directly", fund=fund) if project is None else []
    faults += fund_faults(register, fund)
    if fund in register.policies:
        faults += use_faults(register, balances, fund, project, ore, year, net_cost_ore)
    cost = ore if net_cost_ore is None else net_cost_ore
    event: Used | UsedDirectly
    if project is None:
        event = UsedDirectly(fund, "", ore, cost, year, decision.date)
    else:
        event = Used(fund, "", project, ore, cost, year, decision.date)
    return Plan((Draft(event, decision),), tuple(faults))


def used_in(balances: Balances, fund: str, year: int) -> int:
    """What a fund's earmark has been used for in a year, in öre, positive."""
    return -fund_movement(balances, fund, USES, year=year)
