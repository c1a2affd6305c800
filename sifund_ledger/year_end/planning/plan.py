"""A plan of years to come (plan): the same expected results by an earmark and by the result reserve, and their funds.

Expected results are treated as outcomes, by the very statement that will be drawn up of them: where they come true,
the plan's rows are the statements' (R42 keeps them out of the book). Amounts are öre.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.equity.equity import reserves
from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.reserves.ceilings import spent_on_deficits
from sifund_ledger.balance.reserves.findings import RESERVE_DECISION_MISSING
from sifund_ledger.balance.reserves.reserves import FIRST_YEAR_OF
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.errors import Refused
from sifund_ledger.fields.kinds import KRONOR, YEAR
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.tables.repayment_reports import FrameChange, frame_changes, frames_table
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.money import from_ore
from sifund_ledger.table import Printed, Table
from sifund_ledger.year_end import findings as codes
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.planning import words
from sifund_ledger.year_end.planning.funds import Expected, FundPlanYear, expected_of, fund_years
from sifund_ledger.year_end.recorded_figures import figures_of, with_earmarks
from sifund_ledger.year_end.roads import LAST_YEAR_OF_RUR, RoadYear, ceiling_of_reserve
from sifund_ledger.year_end.statements import foresee

_ORDER = (StatementKind.OUTCOME, StatementKind.FORECAST, StatementKind.BUDGET)


class PlanYear(NamedTuple):
    """A year of the plan on one road; ``grounds_needed`` is what of a deficit the funds' uses have caused at most (R2);
    reserves that are not known are ``None``."""

    year: int
    basis: Bilingual
    result_ore: int
    adjusted_ore: int
    decisive_ore: int
    allocated_ore: int
    reserve_used_ore: int
    rur_ore: int | None
    rur_dissolved_ore: int | None
    rer_ore: int | None
    grounds_needed_ore: int
    restored_ore: int
    left_ore: int
    due: str


@dataclass(frozen=True)
class Plan(Printed):
    """A plan through a year (plan): a row for each year on either road, deficits with their deadlines, the funds, and
    every assumption. ``statements`` are those that the rows come from, by road; :attr:`findings` are those of the
    earmark's, which has the reserves as they are stated."""

    to: int
    unit: Unit
    statements: dict[str, BalanceRequirementStatement]
    years: dict[str, tuple[PlanYear, ...]]
    funds: dict[str, tuple[FundPlanYear, ...]]
    frames: dict[str, tuple[FrameChange, ...]]
    """What each fund changes in boards' frames, in the three years of the economic plan."""
    assumptions: tuple[Bilingual, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found of the expected years, reserves that nobody has decided yet apart."""
        return tuple(
            found for found in self.statements["earmark"].findings if found.kind is not RESERVE_DECISION_MISSING
        )  # fmt: skip

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The plan of either road, its deficits, the funds, and the assumptions."""
        tables = []
        for road, rows in self.years.items():
            name = words.ROADS[road].words(language)
            last = self.statements[road].years[-1]
            tables.append(words.PLAN.listing(rows, language, unit=self.unit, road=name))
            if last.deficits:
                tables.append(words.DEFICITS.listing(last.deficits, language, unit=self.unit, to=self.to, road=name))
        for fund, years in self.funds.items():
            tables.append(words.FUND.listing(years, language, unit=self.unit, fund=fund))
        tables += [frames_table(changes, fund, language) for fund, changes in self.frames.items()]
        assumed = [(each.words(language),) for each in self.assumptions]
        return (*tables, words.ASSUMPTIONS.listing(assumed, language))


def plan_ahead(state: BookState, figures: Sequence[YearFigures], to: int, unit: Unit = "kr") -> Plan:
    """The plan from the year after the last one with a result through ``to``, on expected figures.

    Raises :class:`~sifund_ledger.Refused` where there is no such year, and as
    :func:`~sifund_ledger.year_end.proposal.foresee`.
    """
    to = YEAR.read(to, "plan.to", KRONOR)
    recorded = [year for year in state.stated.years() if state.stated.has_result(year)]
    last = max([*recorded, state.stated.opened_year or 0])
    if not last or to <= last:
        raise Refused([codes.PLAN_PAST.at("to", to=to, last=last)])
    years = range(last + 1, to + 1)
    chosen = {year: _chosen(figures, year) for year in years}
    expected = list(expected_of(state, years))
    assumed = [*_assumed(chosen, years), *_matched(expected, chosen, unit)]
    given = [_completed(state, expected, chosen[year], year, years[0]) for year in years]
    earmark = foresee(state, given, unit)
    room = {each.year: _room(each) for each in earmark.years}
    funds = fund_years(expected, years, room)
    of_reserve, more = _by_reserve(state, given, earmark, funds, expected, unit)
    statements = {"earmark": earmark, "reserve": foresee(state, of_reserve, unit)}
    basis = {year: words.BASIS[each.kind if each else None] for year, each in chosen.items()}
    used = {year: sum(each.used[year] for each in expected if each.is_earmark) for year in years}
    rows = {
        road: tuple(_row(each, basis[each.year], used[each.year]) for each in drawn.years)
        for road, drawn in statements.items()
    }
    remarks = (*assumed, *more, words.RUR_ENDS.filled(last=LAST_YEAR_OF_RUR))
    last_of_plan = years[0] + 2
    frames = {fund: frame_changes(state.register, fund, years[0], last_of_plan) for fund in state.register.policies}
    return Plan(to, unit, statements, rows, funds, {fund: rows for fund, rows in frames.items() if rows}, remarks)


def _chosen(figures: Sequence[YearFigures], year: int) -> YearFigures | None:
    """What is stated of a year that says most of it."""
    own = [each for each in figures if each.year == year and each.kind in _ORDER]
    return min(own, key=lambda each: _ORDER.index(each.kind), default=None)


def _assumed(chosen: dict[int, YearFigures | None], years: Sequence[int]) -> Iterator[Bilingual]:
    for year, figures in chosen.items():
        if figures is not None:
            yield words.STATED.filled(year=year, basis=words.BASIS[figures.kind])
    missing = [str(year) for year, figures in chosen.items() if figures is None]
    if missing:
        yield words.NOT_STATED.filled(years=", ".join(missing))
    yield from (words.OTHER_KINDS, words.AS_OUTCOMES, words.COSTS_WITHIN, words.SET_ASIDE_INTENDED)
    yield words.USES_EVENLY.filled(first=years[0])
    yield words.REPAID_AS_PLANNED.filled(first=years[0])
    yield from (words.RENEWED_WITH_ROOM, words.RESERVE_ROAD)


def _matched(expected: Sequence[Expected], chosen: dict[int, YearFigures | None], unit: Unit) -> Iterator[Bilingual]:
    """Let what the figures state of earmarks be what the funds are expected to move; each difference is a remark."""
    own = [each for each in expected if each.is_earmark]
    for year, figures in chosen.items():
        for key, name, text in (
            ("earmark_set_aside", "set_aside", words.SET_ASIDE_STATED),
            ("earmark_used", "used", words.USES_STATED),
        ):
            stated = (figures.ore(key) if figures else 0) or 0
            difference = stated - sum(getattr(each, name)[year] for each in own)
            if own and stated and difference:
                getattr(own[0], name)[year] += difference
                yield text.filled(year=year, amount=stated, fund=own[0].fund, unit=unit)


def _completed(
    state: BookState, expected: Sequence[Expected], figures: YearFigures | None, year: int, first: int
) -> YearFigures:
    """The figures of a year as an outcome, with what the funds are expected to move."""
    given = figures if figures is not None else YearFigures(year=year, net_result=from_ore(0))
    own = [each for each in expected if each.is_earmark]
    if year == first:
        given = with_earmarks(state, given, year)
    changes: dict[str, Any] = {
        "earmark_set_aside": from_ore(max(0, sum(each.set_aside[year] for each in own))),
        "earmark_used": from_ore(max(0, sum(each.used[year] for each in own))),
        "earmark_from_result": None,
    }
    return replace(given, kind=StatementKind.OUTCOME, **changes)


def _room(year: YearStatement) -> int:
    """What the year's result leaves to renew (R53); öre."""
    figures = year.figures
    limit = max(0, min(figures.ore("net_result") or 0, year.result_after_adjustments_ore))
    spent = (figures.ore("reserve_allocated") or 0) + (figures.ore("earmark_set_aside") or 0)
    return max(0, limit - spent - spent_on_deficits(figures, year.restored_ore))


def _by_reserve(
    state: BookState, given: Sequence[YearFigures], earmark: BalanceRequirementStatement,
    funds: dict[str, tuple[FundPlanYear, ...]], expected: Sequence[Expected], unit: Unit,
) -> tuple[list[YearFigures], list[Bilingual]]:  # fmt: skip
    """The same figures with the funds met by the result reserve, as far as its ceilings let it (R18)."""
    own = [each.fund for each in expected if each.is_earmark]
    before = (given[0].year or 0) - 1
    base = figures_of(state, before).ore("taxes_and_grants") if state.stated.is_stated(before) else None
    base_year, reserve = before, reserves(state.balances, before)[1]
    remarks, changed = list[Bilingual](), list[YearFigures]()
    for figures, drawn in zip(given, earmark.years, strict=True):
        year, adjusted = drawn.year, drawn.result_after_adjustments_ore
        stated = figures.ore("taxes_and_grants")
        if stated is not None:
            base, base_year = stated, year
        moved = [row for fund in own for row in funds[fund] if row.year == year]
        wanted, used = sum(row.set_aside_ore + row.renewed_ore for row in moved), sum(row.used_ore for row in moved)
        allocated_before, used_before = figures.ore("reserve_allocated") or 0, figures.ore("reserve_used") or 0
        road = RoadYear(year, figures.ore("net_result") or 0, adjusted, wanted, used, base)
        ceiling = ceiling_of_reserve(road, reserve)
        allocated = 0 if ceiling is None else min(wanted, max(0, ceiling - allocated_before))
        if year < FIRST_YEAR_OF[Reserve.RESULT]:
            changed.append(figures)
            continue
        if stated is None and wanted:
            if base is None:
                remarks.append(words.BASE_UNKNOWN.filled(year=year))
            else:
                remarks.append(words.BASE_KEPT.filled(year=year, amount=base, of_year=base_year, unit=unit))
        use = min(used, max(0, reserve - used_before), max(0, -adjusted - used_before))
        reserve += allocated_before + allocated - used_before - use
        changes: dict[str, Any] = {
            "reserve_allocated": from_ore(allocated_before + allocated), "reserve_used": from_ore(used_before + use),
            "taxes_and_grants": None if base is None else from_ore(base),
            "earmark_set_aside": from_ore(0), "earmark_used": from_ore(0),
        }  # fmt: skip
        changed.append(replace(figures, **changes))
    return changed, remarks


def _row(year: YearStatement, basis: Bilingual, used_ore: int) -> PlanYear:
    rur, rer = year.reserve(Reserve.EQUALISATION), year.reserve(Reserve.RESULT)
    own = year.decisive_result_ore
    due = [str(part.due_year) for deficit in year.deficits for part in deficit.parts if part.ore]
    return PlanYear(
        year.year, basis, year.figures.ore("net_result") or 0, year.result_after_adjustments_ore, own,
        sum(each.allocated_ore for each in year.reserves), sum(each.used_ore for each in year.reserves),
        rur.closing_ore if rur else 0, rur.dissolved_ore if rur else 0, rer.closing_ore if rer else 0,
        min(used_ore, max(0, -own)), year.restored_ore, year.to_restore_ore, ", ".join(dict.fromkeys(due)),
    )  # fmt: skip
