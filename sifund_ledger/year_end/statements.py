"""A book's statements (bokens balanskravsutredningar): of every year, of one alone, and of years not yet recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sifund_ledger.amounts import Unit
from sifund_ledger.balance.deficits.grounds import check_earmark_sources, rests_on_earmark
from sifund_ledger.balance.figures.checks import check_years
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.balance.reserves.findings import RESERVE_DECISION_MISSING
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.compared import kept, plans_of
from sifund_ledger.year_end.drawn_years import recorded_beside, restated_years
from sifund_ledger.year_end.recorded_figures import all_figures


def errors_of(statement: BalanceRequirementStatement) -> list[Finding]:
    """The errors in a statement's figures."""
    return [found for found in statement.findings if found.severity is Severity.ERROR]


def draw_up(
    state: BookState, year: int, instead: YearFigures | None = None, *, as_history: bool = True
) -> BalanceRequirementStatement:
    """The statement of every year through the one named, from the book: it can always be printed (R43b).

    What breaks the law in figures that are recorded is a warning that stays with the year; in those proposed
    ``instead``, and without ``as_history`` in the year's own, it is an error.
    """
    last = state.drawn.last_closed(year if instead is None else (instead.year or year) - 1)
    found, drawn = _drawn_after(state, last, year, instead)
    shown = {of: each for of in state.drawn.closed(last) if (each := state.drawn.statement(of))}
    found |= {of: state.closings.years[of][1] for of in shown}
    shown |= {each.year: each for each in drawn}
    if not shown:
        raise Refused(check_years(()))
    own = "" if instead is None and as_history else str(year)
    printed = _with_opening(state, [*shown.values()], "kr")
    years = tuple(_with_findings(state, each, found[each.year], own) for each in printed)
    return _of_book(state, years, restated_years(state, shown.get, years[-1].year))


def year_drawn(
    state: BookState, year: int, instead: YearFigures | None = None, *, as_history: bool = True
) -> tuple[BalanceRequirementStatement, list[Finding]]:
    """The statement of a year alone as :func:`draw_up` has it, and all errors of that.

    The closed years before it are not gone through, so that a book of many years takes no longer than one of few.
    """
    last = state.drawn.last_closed(year if instead is None else (instead.year or year) - 1)
    found, drawn = _drawn_after(state, last, year, instead)
    own = drawn[-1] if drawn else state.drawn.statement(last)
    if own is None or own.year != year or not state.drawn.last_closed(year - 1):
        statement = draw_up(state, year, instead, as_history=as_history)
        return statement.only(year), errors_of(statement)
    shown = {each.year: each for each in drawn}
    place = "" if instead is None and as_history else str(year)
    of_year = found[year] if drawn else state.closings.years[year][1]
    own_year = _with_findings(state, own, of_year, place)
    restated = restated_years(state, lambda of: shown.get(of) or state.drawn.statement(of), year)
    statement = _of_book(state, (own_year,), restated)
    beyond = (_judged(each, place) for each in _beyond_use(state, own, shown))
    return statement, [*(each for each in beyond if each.severity is Severity.ERROR), *errors_of(statement)]


def statement_of(state: BookState, year: int) -> YearStatement | None:
    """The statement of a year that has a result; ``None`` for another."""
    return year_drawn(state, year)[0].year(year) if state.stated.has_result(year) else None


def _beyond_use(state: BookState, own: YearStatement, shown: Mapping[int, YearStatement]) -> Iterator[Finding]:
    """Where a year's grounds are more than what was used of earmarks, together with those of the years before it."""
    origins = {ground.deficit_year for ground in own.figures.exceptional_grounds if rests_on_earmark(ground)}
    years = {of for origin in origins for of in (origin, *state.drawn.resting(origin)) if of < own.year}
    earlier = {of: each.figures for of in years if (each := state.drawn.statement(of))}
    figures = {**earlier, **{of: each.figures for of, each in shown.items()}, own.year: own.figures}
    for found in check_earmark_sources(figures):
        if found.place.partition(".")[0] == str(own.year):
            yield found.in_unit("kr")


def _drawn_after(
    state: BookState, last: int, through: int, instead: YearFigures | None
) -> tuple[dict[int, tuple[Finding, ...]], list[YearStatement]]:
    """The years after a closed one through another: what is found of their grounds, and their statements."""
    given = [*all_figures(state, through=through, instead=instead, after=last)]
    return {each.year or through: found for each, found in given}, state.drawn.following([each for each, _ in given])


def _with_opening(state: BookState, years: Sequence[YearStatement], unit: Unit) -> list[YearStatement]:
    """All years from the book's first on: what is found of the opening stands at that one."""
    first, figures = years[0], dict[int, YearFigures]()
    for each in years:
        figures.setdefault(each.year, each.figures)
    found = (*state.drawn.found_of_opening(first.year), *check_earmark_sources(figures))
    return [replace(first, findings=(*(each.in_unit(unit) for each in found), *first.findings)), *years[1:]]


def _with_findings(state: BookState, year: YearStatement, found: Sequence[Finding], own: str) -> YearStatement:
    """A year with what is found of it as the book has it, and what stays with it since it was closed."""
    own_findings = (_judged(each, own) for each in year.findings if _is_new(each))
    return replace(year, findings=(*own_findings, *found, *kept(state, year)), plans=plans_of(state, year))


def _of_book(
    state: BookState, years: tuple[YearStatement, ...], restated: Iterable[YearStatement], unit: Unit = "kr"
) -> BalanceRequirementStatement:
    opened = state.journal.opened
    entity = opened.entity if opened else ""
    return BalanceRequirementStatement(entity, state.drawn.entity_kind, unit, years, tuple(restated))


def foresee(state: BookState, figures: Sequence[YearFigures], unit: Unit = "kr") -> BalanceRequirementStatement:
    """The years recorded, and behind them figures that are not: a forecast, an interim report, budgets (R42).

    They stand on what the book has left of earlier years; errors in them are among their findings.
    """
    given = {(each.year, each.kind) for each in figures}
    last, first = max(state.stated.years(), default=0), min((each.year or 0 for each in figures), default=0)
    closed = state.drawn.last_closed(first - 1)
    recorded = [each for each, _ in all_figures(state, through=last, after=closed)]
    years = [*(each for each in recorded if (each.year, each.kind) not in given), *figures]
    if faults := [*check_years(years)]:
        raise Refused(faults)
    beside = {each.year: recorded_beside(state, each.year) for each in years if each.year}
    drawn = state.drawn.following(years, beside, unit)
    if not closed:
        drawn = _with_opening(state, drawn, unit)
    shown = {each.year for each in figures}
    return _of_book(state, tuple(each for each in drawn if each.year in shown), (), unit)


def _is_new(found: Finding) -> bool:
    """Whether a book has not seen to it: a record that moves a reserve has its decision, and a run asks for it."""
    return found.kind is not RESERVE_DECISION_MISSING


def _judged(found: Finding, own: str) -> Finding:
    """An error of a year that is not the one ``own`` is a warning."""
    recorded = found.severity is Severity.ERROR and found.place.partition(".")[0] != own
    return found._replace(severity=Severity.WARNING) if recorded else found
