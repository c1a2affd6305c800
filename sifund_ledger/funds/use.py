"""What may be used of an earmark, and why not (ianspråktagande, P4, P4b; rulings R14, R15; EM-4). Amounts are öre."""

from __future__ import annotations

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.account import fund_movement
from sifund_ledger.funds.events import USES, Used, UsedDirectly
from sifund_ledger.funds.grant import PROJECT_NOT_RUNNING, available_faults
from sifund_ledger.funds.policy import LegalForm
from sifund_ledger.funds.postings import committed
from sifund_ledger.funds.project import ProjectStanding, ProjectState
from sifund_ledger.funds.project_events import UsedOfFrame, UsedOfReserve
from sifund_ledger.funds.register import FundRegister, fund_faults
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
USE_BEFORE_GRANT = FindingCode(
    "USE_BEFORE_GRANT",
    Severity.ERROR,
    en="{project} would use its grant in {year}, and was first granted anything in {granted}.",
    sv="{project} skulle ianspråkta sitt bidrag {year}, och beviljades det först {granted}.",
    remedy_en="Use it in {granted} or later.",
    remedy_sv="Ianspråkta det {granted} eller senare.",
    citation="LKBR (2018:597) 3:9",
)
RESERVE_REASON_MISSING = FindingCode(
    "RESERVE_REASON_MISSING",
    Severity.ERROR,
    en="The use of the result reserve for {project} gives no reason.",
    sv="Användningen av resultatreserven för {project} anger inget skäl.",
    remedy_en="Give reason=: the purpose that the reserve is used for.",
    remedy_sv="Ange reason=: det ändamål som reserven används för.",
    citation="KL (2017:725) 11:10",
)
DIRECT_USE_OF_EARMARK_ALONE = FindingCode(
    "DIRECT_USE_OF_EARMARK_ALONE",
    Severity.ERROR,
    en="{fund} is no earmark in equity, so nothing of it is used without a project.",
    sv="{fund} är ingen öronmärkning i eget kapital, så inget av den ianspråktas utan projekt.",
    remedy_en="Grant it to a project first.",
    remedy_sv="Bevilja det först till ett projekt.",
)
CODES = (
    USE_BEFORE_GRANT,
    RESERVE_REASON_MISSING,
    DIRECT_USE_OF_EARMARK_ALONE,
    ABOVE_GRANT,
    USE_NEEDS_PROJECT,
    PROJECT_UNKNOWN,
    NET_COST_MISSING,
    USE_ABOVE_NET_COST,
)


def use_faults(
    register: FundRegister, balances: Balances, fund: str, subfund: str, project: str | None, ore: int, year: int,
    net_cost_ore: int | None,
) -> list[Finding]:  # fmt: skip
    """Why an amount cannot be used in a year (P4, and P4b without a project; rulings R14, R15; EM-4)."""
    if project is None:
        return _direct_faults(register, balances, fund, subfund, ore, year, net_cost_ore)
    state = register.project(project)
    if state is None or state.fund != fund:
        return [PROJECT_UNKNOWN.at(project, fund=fund, project=project)]
    faults: list[Finding] = []
    if state.standing is not ProjectStanding.RUNNING:
        faults.append(PROJECT_NOT_RUNNING.at(project, project=project, standing=state.standing.value))
    if year < state.first_year:
        faults.append(USE_BEFORE_GRANT.at(project, project=project, year=year, granted=state.first_year))
    if ore > state.left:
        left = format_amount(state.left)
        faults.append(ABOVE_GRANT.at(project, project=project, amount=format_amount(ore), left=left))
    if net_cost_ore is None:
        return [*faults, NET_COST_MISSING.at(project, project=project)]
    return faults + _cost_faults(project, used_of(register, balances, state, year) + ore, net_cost_ore, year)


def _direct_faults(
    register: FundRegister, balances: Balances, fund: str, subfund: str, ore: int, year: int, net_cost_ore: int | None
) -> list[Finding]:
    policy, faults = register.policy_of(fund, subfund), []
    if not register.is_earmark(fund):
        faults.append(DIRECT_USE_OF_EARMARK_ALONE.at(fund, fund=fund))
    if not policy.use_without_project:
        faults.append(USE_NEEDS_PROJECT.at(fund, policy=policy.name))
    faults += available_faults(register, balances, fund, subfund, ore, ())
    cost = ore if net_cost_ore is None else net_cost_ore
    return faults + _cost_faults(fund, ore, cost, year)


def used_of(register: FundRegister, balances: Balances, state: ProjectState, year: int) -> int:
    """What a project has used in a year, in öre: from the journal where the earmark moves, a correction in its year."""
    if register.is_earmark(state.fund):
        return balances.movement(committed(state.fund, state.subfund, state.name), Used.kind, year=year)
    return register.used_in(state.name, year)


def _cost_faults(place: str, used_ore: int, cost_ore: int, year: int) -> list[Finding]:
    if used_ore <= cost_ore:
        return []
    return [
        USE_ABOVE_NET_COST.at(
            f"{place} {year}", year=year, amount=format_amount(used_ore), cost=format_amount(cost_ore)
        )
    ]


def plan_use(
    register: FundRegister, balances: Balances, *, fund: str, subfund: str = "", project: str | None, ore: int,
    year: int, net_cost_ore: int | None, decision: Decision, reason: str = "",
) -> Plan:  # fmt: skip
    """What using an amount comes to: of a project's grant, or directly where the policy lets it.

    A use of a grant follows from the grant or the closing and cites that decision; a direct use is the council's (R27).
    Without a net cost, a project's reported cost of the year is taken.
    """
    faults = authority_faults(decision, "use_directly", fund=fund) if project is None else []
    found = fund_faults(register, fund, subfund if project is None else None)
    faults += found
    if project is None:
        if not found:
            faults += use_faults(register, balances, fund, subfund, None, ore, year, net_cost_ore)
        cost = ore if net_cost_ore is None else net_cost_ore
        return Plan((Draft(UsedDirectly(fund, subfund, ore, cost, year, decision.date), decision),), tuple(faults))
    report = register.costs.get((project, year))
    if net_cost_ore is None and report is not None:
        net_cost_ore = report.net_ore
    if not found:
        faults += use_faults(register, balances, fund, subfund, project, ore, year, net_cost_ore)
    state = register.project(project)
    form = register.policies[fund].legal_form if not found else LegalForm.EARMARKED_EQUITY
    cost, within = ore if net_cost_ore is None else net_cost_ore, state.subfund if state else subfund
    event: Used = Used(fund, within, project, ore, cost, year, decision.date)
    if form is LegalForm.OPERATING_FRAME:
        event = UsedOfFrame(fund, within, project, ore, cost, year, decision.date)
    elif form is LegalForm.RESULT_RESERVE:
        event = UsedOfReserve(fund, within, project, ore, cost, year, decision.date, reason)
        if not reason.strip():
            faults.append(RESERVE_REASON_MISSING.at(project, project=project))
    return Plan((Draft(event, decision),), tuple(faults))


def used_in(balances: Balances, fund: str, year: int) -> int:
    """What a fund's earmark has been used for in a year, in öre, positive."""
    return -fund_movement(balances, fund, USES, year=year)
