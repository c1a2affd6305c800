"""What may be set aside in a fund, and why not (öronmärkning, P1; rulings R9, R13). Amounts are öre."""

from __future__ import annotations

from typing import NamedTuple

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.account import fund_movement
from sifund_ledger.funds.events import SetAside
from sifund_ledger.funds.policy import Recognition, SetAsideSource
from sifund_ledger.funds.register import FundRegister, fund_faults
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Draft, Plan
from sifund_ledger.money import format_amount

SOURCE_NOT_IN_POLICY = FindingCode(
    "SOURCE_NOT_IN_POLICY",
    Severity.ERROR,
    en="The policy {policy} does not set aside from {source}.",
    sv="Riktlinjen {policy} medger inte öronmärkning ur {source}.",
    remedy_en="Name one of its sources: {sources}.",
    remedy_sv="Ange en av dess källor: {sources}.",
)
SOURCE_UNKNOWN = FindingCode(
    "SOURCE_UNKNOWN",
    Severity.ERROR,
    en="{source!r} is no source of a set-aside.",
    sv="{source!r} är ingen källa till en öronmärkning.",
    remedy_en="Use surplus or accumulated_equity.",
    remedy_sv="Använd surplus eller accumulated_equity.",
)
RESULT_UNKNOWN = FindingCode(
    "RESULT_UNKNOWN",
    Severity.ERROR,
    en="The result of {year} is not recorded, so its surplus is not known.",
    sv="{year} års resultat är inte registrerat, så överskottet är inte känt.",
    remedy_en="Record it first: book.record_result({year}, …).",
    remedy_sv="Registrera det först: book.record_result({year}, …).",
    citation="KL (2017:725) 5:1-2",
)
RESULT_YEAR_MISSING = FindingCode(
    "RESULT_YEAR_MISSING",
    Severity.ERROR,
    en="A set-aside from surplus does not say which year's.",
    sv="En öronmärkning ur överskott anger inte vilket års.",
    remedy_en="Give result_year=.",
    remedy_sv="Ange result_year=.",
    citation="LKBR (2018:597) 3:9",
)
SURPLUS_MISSING = FindingCode(
    "SURPLUS_MISSING",
    Severity.ERROR,
    en="{year} has no surplus to set aside from: {result} kr.",
    sv="{year} har inget överskott att öronmärka ur: {result} kr.",
    remedy_en='Set aside from another year, or from accumulated equity (source="accumulated_equity") by the council.',
    remedy_sv='Öronmärk ur ett annat år, eller ur tidigare eget kapital (source="accumulated_equity") av fullmäktige.',
    citation="KL (2017:725) 5:1-2",
)
SET_ASIDE_ABOVE_SURPLUS = FindingCode(
    "SET_ASIDE_ABOVE_SURPLUS",
    Severity.ERROR,
    en="{amount} kr is to be set aside of {year}, of whose surplus {left} kr is left of {limit} kr.",
    sv="{amount} kr ska öronmärkas ur {year}, av vars överskott {left} kr återstår av {limit} kr.",
    remedy_en="Set aside {left} kr at most, or take the rest from accumulated equity.",
    remedy_sv="Öronmärk högst {left} kr, eller ta resten ur tidigare eget kapital.",
    citation="KL (2017:725) 5:1-2",
)
SET_ASIDE_FROM_EQUITY = FindingCode(
    "SET_ASIDE_FROM_EQUITY",
    Severity.WARNING,
    en="{amount} kr is set aside from accumulated equity, not from a surplus.",
    sv="{amount} kr öronmärks ur tidigare eget kapital, inte ur ett överskott.",
    remedy_en="See that the council's decision says so.",
    remedy_sv="Kontrollera att fullmäktiges beslut säger det.",
    citation="KL (2017:725) 5:1-2",
)
RESULT_YEAR_LATER = FindingCode(
    "RESULT_YEAR_LATER",
    Severity.ERROR,
    en="A set-aside of {result_year} cannot be booked in {year}, a year before its result.",
    sv="En öronmärkning ur {result_year} kan inte bokföras på {year}, ett år före dess resultat.",
    remedy_en="Book it in the result's year, or in the year it was decided.",
    remedy_sv="Bokför den på resultatets år, eller på året då den beslutades.",
    citation="LKBR (2018:597) 3:9",
)
CODES = (
    RESULT_YEAR_LATER,
    SOURCE_NOT_IN_POLICY,
    SOURCE_UNKNOWN,
    RESULT_UNKNOWN,
    RESULT_YEAR_MISSING,
    SURPLUS_MISSING,
    SET_ASIDE_ABOVE_SURPLUS,
    SET_ASIDE_FROM_EQUITY,
)


class Surplus(NamedTuple):
    """The result of a year and its result after adjustments where that is known, in öre (ÅR and ÅRB)."""

    result_ore: int
    adjusted_ore: int | None

    @property
    def limit_ore(self) -> int:
        """The most that can be set aside: ``max(0, min(ÅR, ÅRB))`` (ruling R13)."""
        lowest = self.result_ore if self.adjusted_ore is None else min(self.result_ore, self.adjusted_ore)
        return max(0, lowest)


def set_aside_faults(
    register: FundRegister, fund: str, ore: int, source: str, result_year: int | None, surplus: Surplus | None
) -> list[Finding]:
    """Why an amount cannot be set aside in a fund from its source (P1; rulings R9, R13)."""
    policy = register.policies[fund]
    if source not in list(SetAsideSource):
        return [SOURCE_UNKNOWN.at(fund, source=source)]
    faults = []
    if source not in policy.set_aside_sources:
        sources = ", ".join(policy.set_aside_sources)
        faults.append(SOURCE_NOT_IN_POLICY.at(fund, policy=policy.name, source=source, sources=sources))
    if source != SetAsideSource.SURPLUS:
        return faults
    if result_year is None:
        return [*faults, RESULT_YEAR_MISSING.at(fund)]
    if surplus is None:
        return [*faults, RESULT_UNKNOWN.at(fund, year=result_year)]
    if policy.set_aside_above_surplus and surplus.result_ore > 0:
        return faults
    if surplus.limit_ore == 0:
        return [*faults, SURPLUS_MISSING.at(fund, year=result_year, result=format_amount(surplus.result_ore))]
    left = surplus.limit_ore - sum(register.set_aside_of_result(name, result_year) for name in register.policies)
    if ore > left:
        faults.append(
            SET_ASIDE_ABOVE_SURPLUS.at(
                fund,
                year=result_year,
                amount=format_amount(ore),
                left=format_amount(max(0, left)),
                limit=format_amount(surplus.limit_ore),
            )
        )
    return faults


def plan_set_aside(
    register: FundRegister, *, fund: str, ore: int, source: str, result_year: int | None, year: int | None,
    surplus: Surplus | None, decision: Decision,
) -> Plan:  # fmt: skip
    """What setting an amount aside comes to; ``year`` is given, or follows from the policy (ruling R26)."""
    faults = authority_faults(decision, "set_aside", fund=fund) + fund_faults(register, fund)
    is_surplus = source == SetAsideSource.SURPLUS
    in_year = decision.date.year
    if not faults or fund in register.policies:
        faults += set_aside_faults(register, fund, ore, source, result_year, surplus)
        if is_surplus and result_year and register.policies[fund].recognition is Recognition.RESULT_YEAR:
            in_year = result_year
    if is_surplus and result_year and year and year < result_year:
        faults.append(RESULT_YEAR_LATER.at(fund, result_year=result_year, year=year))
    event = SetAside(fund, "", ore, source, (result_year or 0) if is_surplus else 0, year or in_year, decision.date)
    warnings = () if is_surplus else (SET_ASIDE_FROM_EQUITY.at(fund, amount=format_amount(ore)),)
    return Plan((Draft(event, decision),), tuple(faults), warnings)


def set_aside_in(balances: Balances, fund: str, year: int) -> int:
    """What has been set aside in a fund in a fiscal year, in öre."""
    return fund_movement(balances, fund, (SetAside.kind,), year=year)
