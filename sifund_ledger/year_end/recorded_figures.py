"""The figures of the years as a book has them (årens uppgifter): what is stated, and what its journal shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sifund_ledger.balance.equity.equity import EquityNote, result_of
from sifund_ledger.balance.figures.year_figures import ExceptionalGround, GroundEffect, Presentation, YearFigures
from sifund_ledger.balance.reserves.reserves import opening_key
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.findings import Finding
from sifund_ledger.funds.state.fund_events import SET_ASIDES, USES
from sifund_ledger.money import from_ore
from sifund_ledger.year_end import findings as codes
from sifund_ledger.year_end.year_movements import (
    earmark_movements,
    has_formula,
    held_before,
    reserves_moved,
    told_corrected,
    unsupported,
)

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState


def with_earmarks(state: BookState, figures: YearFigures, year: int, *, recorded: bool = False) -> YearFigures:
    """The figures with what the journal has of the year's earmarks, and the layout of the funds' policy.

    Of the reserves they have what funds met by one have moved, where the figures do not say (R18); of a year that is
    ``recorded`` all that has moved, as a correction may have changed it since.
    """
    set_aside, used = earmark_movements(state.balances, year)
    own = max(0, state.register.earmarked_of_result(year))
    changes: dict[str, Any] = {
        "year": year,
        "earmark_set_aside": from_ore(max(0, set_aside)),
        "earmark_used": from_ore(max(0, used)),
        # By the result's year and source (R40); where nothing else is booked in the year, that says it already.
        "earmark_from_result": None if own == set_aside else from_ore(own),
        "sources": (
            *(source for source in figures.sources if not source[0].startswith("earmark_")),
            ("earmark_set_aside", state.register.sources(SET_ASIDES, year)),
            ("earmark_used", state.register.sources(USES, year)),
        ),
    }
    for moved in reserves_moved(state.balances, year):
        ore = moved.ore if recorded else figures.ore(moved.key) or moved.of_funds
        changes[moved.key] = from_ore(max(0, ore))
    if changes.get("reserve_used") and not figures.reserve_purpose:
        changes["reserve_purpose"] = "; ".join(state.register.reserve_reasons(year))
    changes |= _reserves_before(state, replace(figures, **changes), year, recorded=recorded)
    if figures.presentation is Presentation.STRICT and (set_aside or used) and has_formula(year):
        changes["presentation"] = state.register.own_layout
    return replace(figures, **changes)


def _reserves_before(state: BookState, figures: YearFigures, year: int, *, recorded: bool) -> dict[str, Any]:
    """What the reserves hold at the year's beginning, where the book knows and it matters: in place of what figures
    that are ``recorded`` say, or where the figures do not say."""
    if state.stated.opened_year is None or not has_formula(year):
        return {}
    moved = any(figures.ore(key) for key in ("reserve_allocated", "reserve_used", "equalisation_reserve_used"))
    before = held_before(state.balances, year)
    held = {opening_key(reserve, year): ore for reserve, ore in before}
    said = {key for key in held if getattr(figures, key) is not None}
    # What a posted year-end found in the reserve is no more there where an earlier year has been run once more.
    return {key: from_ore(ore) for key, ore in held.items() if (recorded if key in said else ore or moved)}


def figures_faults(state: BookState, figures: YearFigures, year: int) -> Iterator[Finding]:
    """Where the figures stated for a year contradict what the book has recorded of it.

    A result that an earlier year-end has recorded is corrected by a later one; one recorded by itself is not (R43).
    """
    place = str(year)
    recorded = result_of(state.balances, year)
    stated = figures.ore("net_result") or 0
    if figures.year not in (None, year):
        yield codes.FIGURES_OF_OTHER_YEAR.at(place, year=year, other=figures.year)
    if recorded and stated != recorded and not state.stated.is_stated(year):
        yield codes.RESULT_DIFFERS.at(f"{place}.net_result", stated=stated, recorded=recorded, year=year)
    for key, ore in zip(("earmark_set_aside", "earmark_used"), earmark_movements(state.balances, year), strict=True):
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
            findings.append(_repealed(figures.year or 0, ground))
        else:
            kept.append(replace(ground, decision=ground.decision.in_state(now)))
    return replace(figures, exceptional_grounds=tuple(kept)), tuple(findings)


def cited_in_figures(state: BookState) -> Iterator[Decision]:
    """The decisions that a book's figures cite: of grounds, of reserves, of deficits taken over."""
    grounds = [ground for deficit in state.stated.opening_deficits or () for ground in deficit.grounds]
    for year in state.stated.years():
        figures = figures_of(state, year)
        grounds += figures.exceptional_grounds
        if figures.reserve_decision is not None:
            yield figures.reserve_decision
    yield from (ground.decision for ground in grounds)


def all_figures(
    state: BookState, *, through: int, instead: YearFigures | None = None, after: int = 0
) -> Iterator[tuple[YearFigures, tuple[Finding, ...]]]:
    """The figures of every year ``after`` one through another that has a result, and what is found of their grounds.

    ``instead`` takes the place of those of its own year. A closed year has the figures that it closed with.
    """
    stated = range(after + 1, through + 1) if after else (year for year in state.stated.years() if year <= through)
    years = {*filter(state.stated.has_result, stated)}
    own = instead.year if instead is not None else None
    for year in sorted({*years, *([own] if own else [])}):
        if instead is not None and year == own:
            yield as_judged(state, instead)
        else:
            yield state.closings.years.get(year) or as_judged(state, figures_of(state, year))


def as_judged(state: BookState, figures: YearFigures) -> tuple[YearFigures, tuple[Finding, ...]]:
    """The figures with each ground's decision in its state of now, and what that and later corrections leave of the
    grounds of this year and of closed ones."""
    current, findings = in_their_states(state, figures)
    year = figures.year or 0
    repealed = [_repealed(year, *each) for each in state.closings.repealed.get(year, ())]
    for of_year, _, ore in state.closings.moved.get(year, ()):
        repealed.append(codes.CORRECTION_REPEALED.at(f"{year}.corrected", of_year=of_year, amount=ore))
    return current, (*findings, *told_corrected(state, year), *repealed, *unsupported(state, year))


def _repealed(year: int, ground: ExceptionalGround, falls: bool = True) -> Finding:
    values: dict[str, Any] = {"decision": ground.decision, "amount": ground.ore, "year": ground.deficit_year}
    place = f"{year}.exceptional_grounds"
    if not falls:
        return codes.GROUND_STANDS_AGAIN.at(place, **values)
    if ground.effect is GroundEffect.EXTEND:
        return codes.EXTENSION_REPEALED.at(place, due=ground.due_year, **values)
    return codes.GROUND_REPEALED_LATER.at(place, **values)


def figures_of(state: BookState, year: int) -> YearFigures:
    """The figures of a year as the book has them now; what stands in the journal is what counts (LKBR 3:7)."""
    ore = result_of(state.balances, year)
    figures = replace(state.stated.figures(year, net_result_ore=ore), net_result=from_ore(ore))
    return with_earmarks(state, figures, year, recorded=True)
