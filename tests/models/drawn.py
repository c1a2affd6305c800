"""What a book keeps of its closed years' statements, against all years drawn up from the first, each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sifund_ledger.balance.figures.figure_items import Beside
from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.reserves.findings import RESERVE_DECISION_MISSING
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.balance.statement.lines import SUBTOTALS, Block
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement, balance_requirement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.money import from_ore
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.compared import kept
from sifund_ledger.year_end.drawn_years import recorded_beside
from sifund_ledger.year_end.recorded_figures import all_figures
from sifund_ledger.year_end.statements import draw_up, errors_of, year_drawn
from sifund_ledger.year_end.year_movements import corrected_result, restated_figures


def _from_the_first(
    state: BookState, years: list[YearFigures], beside: dict[int, tuple[Beside, ...]]
) -> BalanceRequirementStatement:
    opened, excluded = state.journal.opened, state.stated.opening_excluded
    return balance_requirement(
        years,
        entity=opened.entity if opened else "",
        entity_kind=opened.entity_kind if opened else "municipality",
        opening_deficits=state.stated.opening_deficits,
        opening_excluded=excluded and OpeningExcluded(**dict(zip(_EXCLUDED, map(from_ore, excluded), strict=True))),
        beside=beside,
        draft=True,
    )


_EXCLUDED = ("unrealised_gains", "unrealised_losses")


def statement_from_the_first(
    state: BookState, year: int, instead: YearFigures | None = None, *, as_history: bool = True
) -> BalanceRequirementStatement:
    """Every year through one, as :func:`draw_up` is to have it."""
    given = [*all_figures(state, through=year, instead=instead)]
    found = {figures.year: of_grounds for figures, of_grounds in given}
    beside = {figures.year or 0: recorded_beside(state, figures.year or 0) for figures, _ in given}
    statement = _from_the_first(state, [figures for figures, _ in given], beside)
    own = "" if instead is None and as_history else str(year)

    def judged(each: Finding) -> Finding:
        recorded = each.severity is Severity.ERROR and each.place.partition(".")[0] != own
        return each._replace(severity=Severity.WARNING) if recorded else each

    def told(of: YearStatement) -> Iterator[Finding]:
        yield from (judged(each) for each in of.findings if each.kind is not RESERVE_DECISION_MISSING)
        yield from found[of.year]
        yield from kept(state, of)

    years = tuple(replace(of, findings=tuple(told(of))) for of in statement.years)
    return replace(statement, years=years, restated=tuple(_restated(state, statement)))


def _restated(state: BookState, statement: BalanceRequirementStatement) -> Iterator[YearStatement]:
    """Each closed year that a later one has corrected, with all years before it drawn up anew."""
    through = statement.years[-1].year
    for printed in statement.years[:-1]:
        year = printed.year
        earlier = restated_figures(state, year, through, first=min(state.closings.years, default=0))
        corrected = state.balances.restated(year, through) is not None
        corrected |= any(corrected_result(state, of.year, year, through) for of in statement.years if of.year <= year)
        if year not in state.closings.years or not corrected:
            continue
        beside = {}
        for of in statement.years:
            if of.year <= year:
                decided = of.decisive_result_ore + corrected_result(state, of.year, year, through)
                beside[of.year] = (*recorded_beside(state, of.year, (year, through)), Beside("result", "", decided))
        drawn = _from_the_first(state, earlier, beside).year(year)
        if (drawn.lines, drawn.reserves) != (printed.lines, printed.reserves):
            yield replace(drawn, findings=(), restated=True)


def assert_drawn(state: BookState, *, last: int = 2) -> None:
    """The statements of the last years with a result, and each year alone, are those drawn up from the first year."""
    if not state.closings.years:  # nothing is kept
        return
    for year in [year for year in state.stated.years() if state.stated.has_result(year)][-last:]:
        plain = statement_from_the_first(state, year)
        assert draw_up(state, year) == plain
        for column in (*plain.years, *plain.restated):
            assert_adds_up(column)
        for as_history in (True, False):
            judged = plain if as_history else statement_from_the_first(state, year, as_history=False)
            assert year_drawn(state, year, as_history=as_history) == (judged.only(year), errors_of(judged))
        instead = replace(plain.year(year).figures, net_result=from_ore(-12_345))
        changed = statement_from_the_first(state, year, instead)
        assert draw_up(state, year, instead) == changed
        assert year_drawn(state, year, instead) == (changed.only(year), errors_of(changed))


def assert_adds_up(year: YearStatement) -> None:
    """Every result of a column is the sum of the rows above it, and what is to be restored that of its rows."""
    rows = [line for line in year.lines if line.block is Block.STATUTE]
    for position, line in enumerate(rows):
        if line.code in SUBTOTALS:
            above = sum(each.ore for each in rows[:position] if each.code not in SUBTOTALS)
            assert line.ore == above, (year.year, line)
    if year.kind is StatementKind.OUTCOME:
        before = ("to_restore", "voluntarily_restored")
        moved = sum(each.ore for each in year.lines if each.block is Block.RESTORATION and each.code not in before)
        assert year.to_restore_ore == -moved - min(0, year.decisive_result_ore), year.year
