"""The figures of the years as a book has them (årens uppgifter), with the earmarks that its journal shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeGuard

from sifund_ledger.balance.equity.equity import EquityNote, reserves, result_of
from sifund_ledger.balance.figures.year_figures import Presentation, YearFigures
from sifund_ledger.balance.reserves.reserves import FIRST_YEAR_OF, last_year, opening_key
from sifund_ledger.decisions import DecisionState
from sifund_ledger.errors import NoLawInForce
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.surplus import set_aside_in
from sifund_ledger.funds.project.use import used_in
from sifund_ledger.funds.state.fund_events import SET_ASIDES, USES, SetAsideToReserve
from sifund_ledger.funds.state.project_events import UsedOfReserve
from sifund_ledger.law import Reserve, regime_of
from sifund_ledger.ledger.accounts import RESULT_RESERVE, earmark
from sifund_ledger.ledger.records import Event
from sifund_ledger.money import from_ore
from sifund_ledger.year_end import findings as codes
from sifund_ledger.year_end.book_state import BookState


def earmark_movements(state: BookState, year: int) -> tuple[int, int]:
    """What all funds have set aside and used in a year, in öre; what a correction took back is never negative."""
    funds = list(state.register.policies)
    return (
        max(0, sum(set_aside_in(state.balances, fund, year) for fund in funds)),
        max(0, sum(used_in(state.balances, fund, year) for fund in funds)),
    )


def _has_formula(year: int) -> bool:
    # Without a formula in the law there is no statutory table to print a layout beside: every row is the entity's own.
    try:
        return regime_of(year).has_formula
    except NoLawInForce:
        return False


def with_earmarks(state: BookState, figures: YearFigures, year: int) -> YearFigures:
    """The figures with the year's set-asides and uses as the journal has them, and the layout of the funds' policy."""
    set_aside, used = earmark_movements(state, year)
    own = max(0, state.register.earmarked_of_result(year))
    changes: dict[str, Any] = {
        "year": year,
        "earmark_set_aside": from_ore(set_aside),
        "earmark_used": from_ore(used),
        # By the result's year and source (R40); where nothing else is booked in the year, that says it already.
        "earmark_from_result": None if own == set_aside else from_ore(own),
        "sources": (
            *(source for source in figures.sources if not source[0].startswith("earmark_")),
            ("earmark_set_aside", state.register.sources(SET_ASIDES, year)),
            ("earmark_used", state.register.sources(USES, year)),
        ),
    }
    changes |= _reserve_of_funds(state, figures, year)
    changes |= _reserves_before(state, replace(figures, **changes), year)
    if figures.presentation is Presentation.STRICT and (set_aside or used) and _has_formula(year):
        layouts = [policy.presentation for policy in state.register.policies.values()]
        changes["presentation"] = next((layout for layout in layouts if layout != "strict"), "strict")
    return replace(figures, **changes)


def _reserve_of_funds(state: BookState, figures: YearFigures, year: int) -> dict[str, Any]:
    """What funds met by the result reserve have allocated to it and used of it, where the figures do not say (R18)."""
    account = earmark(RESULT_RESERVE)
    allocated = -state.balances.movement(account, SetAsideToReserve.kind, year=year)
    used = state.balances.movement(account, UsedOfReserve.kind, year=year)
    changes: dict[str, Any] = {}
    if allocated > 0 and not figures.ore("reserve_allocated"):
        changes["reserve_allocated"] = from_ore(allocated)
    if used > 0 and not figures.ore("reserve_used"):
        changes["reserve_used"] = from_ore(used)
        if not figures.reserve_purpose:
            reasons = [event.reason for _, event in state.register.events() if _uses_reserve(event, year)]
            changes["reserve_purpose"] = "; ".join(dict.fromkeys(reasons))
    return changes


def _uses_reserve(event: Event, year: int) -> TypeGuard[UsedOfReserve]:
    return isinstance(event, UsedOfReserve) and event.year == year


def _reserves_before(state: BookState, figures: YearFigures, year: int) -> dict[str, Any]:
    """What the reserves hold at the year's beginning, where the book knows, the figures do not say, and it matters."""
    if state.stated.opened_year is None or not _has_formula(year):
        return {}
    moved = any(figures.ore(key) for key in ("reserve_allocated", "reserve_used", "equalisation_reserve_used"))
    before = zip(Reserve, reserves(state.balances, year - 1), strict=True)
    known = [(reserve, ore) for reserve, ore in before if FIRST_YEAR_OF[reserve] <= year <= last_year(reserve)]
    keys = {opening_key(reserve, year): ore for reserve, ore in known if ore or moved}
    return {key: from_ore(ore) for key, ore in keys.items() if getattr(figures, key) is None}


def figures_faults(state: BookState, figures: YearFigures, year: int) -> Iterator[Finding]:
    """Where the figures stated for a year contradict what the book has recorded of it."""
    place = str(year)
    recorded = result_of(state.balances, year)
    stated = figures.ore("net_result") or 0
    if figures.year not in (None, year):
        yield codes.FIGURES_OF_OTHER_YEAR.at(place, year=year, other=figures.year)
    if recorded and stated != recorded:
        yield codes.RESULT_DIFFERS.at(f"{place}.net_result", stated=stated, recorded=recorded, year=year)
    for key, ore in zip(("earmark_set_aside", "earmark_used"), earmark_movements(state, year), strict=True):
        given = figures.ore(key)
        if given and given != ore:
            yield codes.EARMARK_DIFFERS.at(f"{place}.{key}", key=key, stated=given, recorded=ore, year=year)


def equity_faults(state: BookState, figures: YearFigures, note: EquityNote) -> Iterator[Finding]:
    """Whether the stated equity is the one that the book's note closes the year with (EQ-1)."""
    stated = figures.ore("equity")
    if stated is not None and state.stated.opened_year is not None and stated != note.closing_ore:
        yield codes.EQUITY_DIFFERS.at(
            f"{note.year}.equity",
            stated=stated,
            recorded=note.closing_ore,
            year=note.year,
        )


def in_their_states(state: BookState, figures: YearFigures) -> tuple[YearFigures, tuple[Finding, ...]]:
    """The figures with each ground's decision in its state of now, and without those whose decision is repealed."""
    kept, findings = [], []
    for ground in figures.exceptional_grounds:
        now = state.journal.state_of(ground.decision)
        if now is DecisionState.REPEALED:
            findings.append(
                codes.GROUND_REPEALED_LATER.at(
                    f"{figures.year}.exceptional_grounds",
                    decision=ground.decision,
                    amount=ground.ore,
                    year=ground.deficit_year,
                )
            )
        else:
            kept.append(replace(ground, decision=ground.decision.in_state(now)))
    return replace(figures, exceptional_grounds=tuple(kept)), tuple(findings)


def all_figures(state: BookState, *, through: int, instead: YearFigures | None = None) -> list[YearFigures]:
    """The figures of every year through the one named; ``instead`` takes the place of those of its own year."""
    years = {year for year in state.stated.years() if year <= through}
    if instead is not None and instead.year is not None:
        years.add(instead.year)
    result = []
    for year in sorted(years):
        if instead is not None and instead.year == year:
            result.append(instead)
        else:
            ore = result_of(state.balances, year)
            # A result corrected after the figures were stated is the one that counts: the journal has it.
            figures = replace(state.stated.figures(year, net_result_ore=ore), net_result=from_ore(ore))
            result.append(with_earmarks(state, figures, year))
    return result
