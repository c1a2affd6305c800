"""What breaks the rules of the reserves: openings, allocations out of time, uses beyond the balance or the purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sifund_ledger.balance.figures.figure_kinds import reserve_of
from sifund_ledger.balance.figures.year_figures import EntityKind, StatementKind, YearFigures
from sifund_ledger.balance.reserves import findings as codes
from sifund_ledger.balance.reserves.reserves import (
    FIRST_YEAR_OF,
    Closings,
    ReserveAccount,
    last_year,
    opening_key,
    use_key,
)
from sifund_ledger.balance.words import THE_RESERVE
from sifund_ledger.decisions import Organ
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.law.regimes import Regime
from sifund_ledger.law.reserves import (
    EQUALISATION_USE,
    FLOW_CEILING,
    RESULT_RESERVE_USE,
    FlowCeiling,
    Reserve,
    ReserveUse,
)
from sifund_ledger.law.rules import holds


def check_openings(closings: Closings, figures: YearFigures, year: int) -> Iterator[Finding]:
    """Errors where a stated opening is not what the year before closed with (EQ-1), or is from before the law."""
    for reserve, first in FIRST_YEAR_OF.items():
        key = opening_key(reserve, year)
        stated, carried = figures.ore(key), closings.get((reserve, year - 1))
        values: dict[str, Any] = {"year": year, "reserve": THE_RESERVE[reserve]}
        if year == first and stated:
            yield codes.RESERVE_BEFORE_ITS_LAW.at(f"{year}.{key}", amount=stated, **values)
        if None not in (stated, carried) and stated != carried:
            yield codes.RESERVE_OPENING_DIFFERS.at(f"{year}.{key}", stated=stated, carried=carried, **values)


def allocation_faults(reserve: Reserve, year: int, ore: int) -> list[Finding]:
    """Why an amount may not be set aside to a reserve for a fiscal year: RUR to 2023, RER from 2024 (CAP-1).

    The year is that of the result: an allocation for 2023 may be decided in 2024.

    >>> [finding.code for finding in allocation_faults(Reserve.EQUALISATION, 2024, 100)]
    ['RESERVE_CLOSED']
    >>> allocation_faults(Reserve.EQUALISATION, 2023, 100)
    []
    """
    reserve = reserve_of(reserve)
    open_to = {rule.reserve for rule in FLOW_CEILING if holds(rule, year)}
    if not ore or reserve in open_to:
        return []
    cited = next((rule.citation for rule in reversed(FLOW_CEILING) if holds(rule, year)), FLOW_CEILING[0].citation)
    return [codes.RESERVE_CLOSED.at(str(year), citation=cited, year=year, amount=ore, reserve=THE_RESERVE[reserve])]


def use_faults(reserve: Reserve, year: int, ore: int) -> list[Finding]:
    """Why an amount may not have been used of a reserve in a fiscal year: RUR 2013 to 2033, RER from 2024.

    >>> [finding.code for finding in use_faults(Reserve.RESULT, 2023, 100)], use_faults(Reserve.RESULT, 2024, 100)
    (['RESERVE_OUTSIDE_LAW'], [])
    """
    return _outside((*EQUALISATION_USE, *RESULT_RESERVE_USE), reserve_of(reserve), year, ore)


def holding_faults(reserve: Reserve, year: int, ore: int) -> list[Finding]:
    """Why a reserve cannot hold an amount at the close of a fiscal year: RUR from 2010 and gone at the end of 2033, RER
    from 2024.

    >>> [finding.code for finding in holding_faults(Reserve.EQUALISATION, 2033, 100)]
    ['RESERVE_OUTSIDE_LAW']
    """
    return _outside(FLOW_CEILING, reserve_of(reserve), year, ore, at_close=1)


def _outside(
    rules: Sequence[FlowCeiling | ReserveUse], reserve: Reserve, year: int, ore: int, at_close: int = 0
) -> list[Finding]:
    """A finding where a year is before the first of a reserve's rules, or after the reserve has ended."""
    own = [rule for rule in rules if rule.reserve is reserve]
    first, last = own[0].first_year, last_year(reserve)
    ends = f"–{last - at_close}" if reserve is Reserve.EQUALISATION else ""
    if not ore or (first <= year and (not ends or year <= last - at_close)):
        return []
    years = Bilingual(f"{first}{ends or ' och senare'}", f"{first}{ends or ' and later'}")
    values: dict[str, Any] = {"amount": ore, "reserve": THE_RESERVE[reserve], "years": years}
    cited = own[0 if year < first else -1].citation
    return [codes.RESERVE_OUTSIDE_LAW.at(str(year), citation=cited, year=year, **values)]


def check_reserves(
    figures: YearFigures, regime: Regime, accounts: tuple[ReserveAccount, ...], adjusted_ore: int
) -> Iterator[Finding]:
    """What the uses break: errors above the balance, without a purpose, after the end; warnings beyond the need."""
    year = regime.year
    ended = figures.ore("equalisation_reserve_used") or 0
    if ended and year > last_year(Reserve.EQUALISATION):
        cited = EQUALISATION_USE[-1].citation
        yield codes.RESERVE_USE_ENDED.at(f"{year}.equalisation_reserve_used", citation=cited, amount=ended, year=year)
    result = adjusted_ore - (figures.ore("reserve_allocated") or 0)
    for account in reversed(accounts):
        yield from _use_faults(figures, regime, account, max(0, -result) if adjusted_ore < 0 else 0)
        result += account.used_ore
        if account.ends and account.dissolved_ore:
            place = f"{year}.equalisation_reserve_before"
            yield codes.RESERVE_DISSOLVED.at(place, year=year, amount=account.dissolved_ore)


def _use_faults(figures: YearFigures, regime: Regime, account: ReserveAccount, needed: int) -> Iterator[Finding]:
    used, opening, year = account.used_ore, account.opening_ore, account.year
    rule = regime.equalisation_use if account.reserve is Reserve.EQUALISATION else regime.result_reserve_use
    if not used or rule is None:
        return
    place = f"{year}.{use_key(account.reserve, year)}"
    values: dict[str, Any] = {"amount": used, "year": year}
    reserve, cited = THE_RESERVE[account.reserve], rule.citation
    if opening is None:
        yield codes.RESERVE_BALANCE_UNKNOWN.at(place, citation=cited, reserve=reserve, **values)
    elif used > opening + account.allocated_ore:
        balance = opening + account.allocated_ore
        yield codes.RESERVE_USE_ABOVE_BALANCE.at(place, citation=cited, balance=balance, reserve=reserve, **values)
    if rule.needs_purpose and not figures.reserve_purpose.strip():
        # The annual report has the duty; what is planned may still be without its words.
        severity = Severity.ERROR if figures.kind is StatementKind.OUTCOME else Severity.WARNING
        yield codes.RESERVE_PURPOSE_MISSING.at(f"{year}.reserve_purpose", severity=severity, year=year)
    if rule.up_to_zero and used > needed:
        yield codes.RESERVE_USED_WITHOUT_NEED.at(place, needed=needed, **values)


def check_reserve_decision(figures: YearFigures, regime: Regime, entity_kind: EntityKind) -> Iterator[Finding]:
    """Whether the decision on the reserves is the council's, and for 2010 to 2012 taken in 2013 (R27; CAP-1).

    An outcome with an allocation to the result reserve names it; that of a federation rests on its reason (R11).
    """
    decision, place, year = figures.reserve_decision, f"{regime.year}.reserve_decision", regime.year
    if decision is None:
        amount, decided = figures.ore("reserve_allocated"), entity_kind is not EntityKind.FEDERATION
        if amount and decided and figures.kind is StatementKind.OUTCOME and year >= FIRST_YEAR_OF[Reserve.RESULT]:
            yield codes.RESERVE_DECISION_MISSING.at(place, year=year, amount=amount)
        return
    if decision.organ is not Organ.COUNCIL:
        yield codes.RESERVE_NOT_COUNCIL.at(place, decision=decision, year=year)
    decided_in = regime.flow_ceiling.decided_in if regime.flow_ceiling else None
    if decided_in and figures.ore("reserve_allocated") and decision.date.year != decided_in:
        yield codes.RESERVE_DECIDED_OUT_OF_TIME.at(place, decision=decision, year=year, decided_in=decided_in)
