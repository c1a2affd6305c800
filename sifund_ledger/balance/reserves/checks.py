"""What breaks the rules of the reserves: openings, allocations out of time, uses beyond the balance or the purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.reserves import findings as codes
from sifund_ledger.balance.reserves.reserves import (
    FIRST_YEAR_OF,
    ReserveAccount,
    ReserveBalances,
    last_year,
    opening_key,
    use_key,
)
from sifund_ledger.balance.words import THE_RESERVE
from sifund_ledger.decisions import Organ
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.law import EQUALISATION_USE, FLOW_CEILING, Regime, Reserve, holds, rule_of


def check_openings(carried_on: ReserveBalances, figures: YearFigures, year: int) -> Iterator[Finding]:
    """Errors where a stated opening is not what the year before closed with (EQ-1), or is from before the law."""
    for reserve, first in FIRST_YEAR_OF.items():
        key = opening_key(reserve, year)
        before = figures.ore(key)
        if year == first and before:
            yield codes.RESERVE_BEFORE_ITS_LAW.at(
                f"{year}.{key}",
                citation=rule_of("CAP-1", year).citation,
                amount=before,
                year=year,
                reserve=THE_RESERVE[reserve],
            )
    for reserve, carried in carried_on.balances.items():
        stated = figures.ore(opening_key(reserve, year))
        if carried_on.year != year - 1 or stated is None or carried is None or stated == carried:
            continue
        yield codes.RESERVE_OPENING_DIFFERS.at(
            f"{year}.{opening_key(reserve, year)}",
            citation=rule_of("EQ-1", year).citation,
            year=year,
            stated=stated,
            carried=carried,
            reserve=THE_RESERVE[reserve],
        )


def allocation_faults(reserve: Reserve, year: int, ore: int) -> list[Finding]:
    """Why an amount may not be set aside to a reserve for a fiscal year: RUR to 2023, RER from 2024 (CAP-1).

    The year is that of the result: an allocation for 2023 may be decided in 2024.

    >>> [finding.code for finding in allocation_faults(Reserve.EQUALISATION, 2024, 100)]
    ['RESERVE_CLOSED']
    >>> allocation_faults(Reserve.EQUALISATION, 2023, 100)
    []
    """
    open_to = {rule.reserve for rule in FLOW_CEILING if holds(rule, year)}
    if not ore or reserve in open_to:
        return []
    cited = next((rule.citation for rule in reversed(FLOW_CEILING) if holds(rule, year)), FLOW_CEILING[0].citation)
    return [codes.RESERVE_CLOSED.at(str(year), citation=cited, year=year, amount=ore, reserve=THE_RESERVE[reserve])]


def check_reserves(
    figures: YearFigures, regime: Regime, accounts: tuple[ReserveAccount, ...], adjusted_ore: int
) -> Iterator[Finding]:
    """What the uses break: errors above the balance, without a purpose, after the end; warnings beyond the need."""
    year = regime.year
    ended = figures.ore("equalisation_reserve_used") or 0
    if ended and year > last_year(Reserve.EQUALISATION):
        yield codes.RESERVE_USE_ENDED.at(
            f"{year}.equalisation_reserve_used",
            citation=EQUALISATION_USE[-1].citation,
            amount=ended,
            year=year,
        )
    result = adjusted_ore - (figures.ore("reserve_allocated") or 0)
    for account in reversed(accounts):
        yield from _use_faults(figures, regime, account)
        if account.reserve is Reserve.EQUALISATION:
            needed = max(0, -result) if adjusted_ore < 0 else 0
            yield from _beyond_need(regime, account, needed)
        result += account.used_ore
        if account.dissolved_ore:
            yield codes.RESERVE_DISSOLVED.at(
                f"{year}.equalisation_reserve_before",
                citation=regime.dissolution.citation if regime.dissolution else None,
                year=year,
                amount=account.dissolved_ore,
            )


def check_reserve_decision(figures: YearFigures, regime: Regime) -> Iterator[Finding]:
    """Whether the decision on the reserves is the council's, and for 2010 to 2012 taken in 2013 (R27; CAP-1)."""
    decision, place = figures.reserve_decision, f"{regime.year}.reserve_decision"
    if decision is None:
        return
    if decision.organ is not Organ.COUNCIL:
        yield codes.RESERVE_NOT_COUNCIL.at(place, citation=rule_of("AUTH", regime.year).citation, decision=decision)
    flow = regime.flow_ceiling
    if flow and flow.decided_in and figures.ore("reserve_allocated") and decision.date.year != flow.decided_in:
        yield codes.RESERVE_DECIDED_OUT_OF_TIME.at(
            place, citation=flow.citation, decision=decision, year=regime.year, decided_in=flow.decided_in
        )


def _use_faults(figures: YearFigures, regime: Regime, account: ReserveAccount) -> Iterator[Finding]:
    used, opening = account.used_ore, account.opening_ore
    rule = regime.equalisation_use if account.reserve is Reserve.EQUALISATION else regime.result_reserve_use
    if not used or rule is None:
        return
    place = f"{account.year}.{use_key(account.reserve, account.year)}"
    about: dict[str, Any] = {"amount": used, "year": account.year, "reserve": THE_RESERVE[account.reserve]}
    if opening is None:
        yield codes.RESERVE_BALANCE_UNKNOWN.at(place, citation=rule.citation, **about)
    elif used > opening + account.allocated_ore:
        balance = opening + account.allocated_ore
        yield codes.RESERVE_USE_ABOVE_BALANCE.at(place, citation=rule.citation, balance=balance, **about)
    if rule.needs_purpose and not figures.reserve_purpose.strip():
        # The annual report has the duty; what is planned may still be without its words.
        severity = Severity.ERROR if figures.kind is StatementKind.OUTCOME else Severity.WARNING
        cited = regime.reserves.citation
        yield codes.RESERVE_PURPOSE_MISSING.at(
            f"{account.year}.reserve_purpose", citation=cited, severity=severity, year=account.year
        )


def _beyond_need(regime: Regime, account: ReserveAccount, needed: int) -> Iterator[Finding]:
    rule = regime.equalisation_use
    if rule is not None and rule.up_to_zero and account.used_ore > needed:
        yield codes.RESERVE_USED_WITHOUT_NEED.at(
            f"{account.year}.{use_key(account.reserve, account.year)}",
            citation=rule.citation,
            amount=account.used_ore,
            year=account.year,
            needed=needed,
        )
