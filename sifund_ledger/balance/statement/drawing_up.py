"""How one fiscal year's statement is drawn up: its sums, its reserves, what it does to the deficits, what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sifund_ledger.balance.deficits.deficits import (
    Deficit,
    Deficits,
    arising,
    check_deficits,
    check_late,
    check_order,
    move_extension,
    overdue_at,
    repeal,
    restate,
    restore,
    restore_voluntarily,
)
from sifund_ledger.balance.deficits.grounds import apply_grounds, check_decisions
from sifund_ledger.balance.equity.rolling import RollingEquity
from sifund_ledger.balance.figures.checks import check_rows
from sifund_ledger.balance.figures.figure_items import Beside
from sifund_ledger.balance.figures.findings import YEARS_WITH_GAP
from sifund_ledger.balance.figures.year_figures import EntityKind, StatementKind, YearFigures
from sifund_ledger.balance.reserves.ceilings import ceilings_of, check_ceilings, check_spent_once
from sifund_ledger.balance.reserves.checks import check_openings, check_reserve_decision, check_reserves
from sifund_ledger.balance.reserves.reserves import Closings, accounts_of
from sifund_ledger.balance.reserves.securities import Excluded, check_securities, securities_of
from sifund_ledger.balance.statement import findings as codes
from sifund_ledger.balance.statement.budget import budget_test, check_budget
from sifund_ledger.balance.statement.line_order import lines_of
from sifund_ledger.balance.statement.lines import AFTER_EQUALISATION
from sifund_ledger.balance.statement.presentation import check_presentation, present
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import CHOSEN
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.law.regimes import Regime, regime_of
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rules import Formula


@dataclass(slots=True)
class Carried:
    """What is carried from year to year while a statement is drawn up; mutable, and never handed out."""

    deficits: Deficits = field(default_factory=dict)
    reserves: Closings = field(default_factory=dict)
    securities: Excluded = field(default_factory=dict)
    equity: RollingEquity = field(default_factory=RollingEquity)
    beside: Mapping[int, Sequence[Beside]] = field(default_factory=dict)
    """By year, what is recorded beside its figures."""
    year: int | None = None
    """The last year that is in it."""

    def copy(self) -> Carried:
        """The same, to go on from without changing this."""
        # A year asks of the reserves only what the one before it closed with.
        reserves = {key: ore for key, ore in self.reserves.items() if key[1] == self.year}
        return Carried(dict(self.deficits), reserves, dict(self.securities), copy(self.equity), self.beside, self.year)

    def follow(self, year: int) -> Iterator[Finding]:
        """Go on to a year; a warning where it does not follow on the one before it."""
        if self.year is not None and year != self.year + 1:
            yield YEARS_WITH_GAP.at(str(year), before=self.year, year=year)
            # What the years between excluded and reversed is not known, nor what they did to equity.
            self.securities, self.equity.ore = {}, None
        self.year = year


def draw_up(figures: YearFigures, year: int, carried: Carried, entity_kind: EntityKind) -> YearStatement:
    """One year's statement; ``carried`` holds deficits, reserves and securities so far, and goes on to the year's end.

    Errors are among the findings: the caller refuses. Whatever a fault asks for is left undone.
    """
    regime, beside = regime_of(year), carried.beside.get(year, ())
    results = _results(figures, regime, beside)
    adjusted = results.adjusted_ore
    settled = _settle(figures, year, results.decisive_ore, carried.deficits, beside)
    presented_adjusted, presented = present(figures, regime, adjusted, results.decisive_ore)
    openings = tuple(check_openings(carried.reserves, figures, year))
    accounts = accounts_of(figures, year, carried.reserves, beside)
    before = next((account.opening_ore for account in accounts if account.reserve is Reserve.RESULT), None)
    ceilings = ceilings_of(
        figures, regime, adjusted_ore=adjusted, before_ore=before, unrestored_ore=settled.unrestored_ore,
        entity_kind=entity_kind,
    )  # fmt: skip
    drawn = YearStatement(
        year=year,
        kind=figures.kind,
        as_of=figures.as_of,
        regime=regime.name,
        presentation=figures.presentation,
        lines=(),
        result_after_adjustments_ore=adjusted,
        balance_requirement_result_ore=results.result_ore,
        balance_requirement_result_after_equalisation_reserve_ore=results.after_ore,
        decisive_result=results.decisive,
        presented_result_after_adjustments_ore=presented_adjusted,
        presented_result_ore=presented,
        brought_forward_by_year=settled.brought_forward,
        restored_by_year=settled.restored,
        restated_ore=settled.restated_ore,
        repealed_ore=settled.repealed_ore,
        waived_ore=settled.waived_ore,
        foreseen_ore=settled.foreseen_ore,
        deficits=tuple(carried.deficits[origin] for origin in sorted(carried.deficits)),
        ceilings=ceilings,
        reserves=accounts,
        securities=securities_of(figures, year, carried.securities),
        budget=budget_test(figures, year, regime.budget),
        findings=(),
        figures=figures,
        corrected_ore=results.beyond_rows_ore,
    )
    found = (
        *check_rows(figures, regime, entity_kind),
        *openings,
        *check_ceilings(figures, regime, ceilings, entity_kind),
        *check_reserves(figures, regime, accounts, adjusted),
        *check_reserve_decision(figures, regime, entity_kind),
        *(carried.equity.follow(figures, year, _adjusted(beside)) if figures.kind is StatementKind.OUTCOME else ()),
        *check_spent_once(figures, regime, adjusted, drawn.restored_ore),
        *check_securities(drawn.securities, year),
        *check_budget(figures, drawn.budget),
        *_check_decisive(drawn, regime),
        *check_decisions(figures, year),
        *settled.findings,
        *check_order(drawn.deficits, settled.beyond_ore, year),
        *(check_presentation(drawn, regime) if drawn.is_measured else ()),
        *(check_deficits(drawn.deficits, year) if drawn.is_measured else ()),
    )
    return replace(drawn, lines=tuple(lines_of(drawn, regime)), findings=found)


class _Results(NamedTuple):
    """A year's results, in öre: after adjustments, by the balance requirement, and after what is left of RUR. What a
    later year has corrected the decisive one by is ``beyond_rows_ore`` (R43)."""

    adjusted_ore: int
    result_ore: int
    after_ore: int | None
    decisive: str
    beyond_rows_ore: int = 0

    @property
    def decisive_ore(self) -> int:
        after = self.after_ore if self.decisive == AFTER_EQUALISATION else None
        return self.result_ore if after is None else after

    def corrected_to(self, ore: int) -> _Results:
        """The same with another decisive result."""
        beyond = ore - self.decisive_ore
        if self.decisive == AFTER_EQUALISATION:
            return self._replace(after_ore=ore, beyond_rows_ore=beyond)
        return self._replace(result_ore=ore, beyond_rows_ore=beyond)


def _results(figures: YearFigures, regime: Regime, beside: Sequence[Beside]) -> _Results:
    """What the formulas of the year's law make of its figures; or what a later year has corrected the result to."""
    adjusted = _sum(regime.adjustments, figures, figures.ore("net_result") or 0)
    result = _sum(regime.reserves, figures, adjusted)
    results = _Results(adjusted, result, None, "balance_requirement_result")
    if regime.equalisation is not None and any(figures.ore(key) for key in regime.equalisation.keys):
        decisive = results.decisive if figures.decisive_result == "before" else AFTER_EQUALISATION
        results = _Results(adjusted, result, _sum(regime.equalisation, figures, result), decisive)
    corrected = next((each.ore for each in beside if each.kind == "result"), None)
    return results if corrected is None else results.corrected_to(corrected)


def _adjusted(beside: Sequence[Beside]) -> int:
    """What is recorded straight to equity beside the figures of a year, in öre."""
    return sum(each.ore for each in beside if each.kind == "adjusted")


def _sum(formula: Formula, figures: YearFigures, start_ore: int) -> int:
    own = sum(row.ore for row in figures.other_adjustments) if formula.own_rows else 0
    return start_ore + own + sum(sign * (figures.ore(key) or 0) for key, sign in formula.terms)


class _Settled(NamedTuple):
    """What a year did to the deficits, in öre; ``beyond_ore`` is what it restored with a later deadline."""

    brought_forward: tuple[tuple[int, int], ...]
    waived_ore: int
    foreseen_ore: int
    unrestored_ore: int
    restored: tuple[tuple[int, int], ...]
    beyond_ore: int
    findings: tuple[Finding, ...]
    restated_ore: int
    repealed_ore: int


def _settle(figures: YearFigures, year: int, result_ore: int, deficits: Deficits, beside: Sequence[Beside]) -> _Settled:
    """Let a year's deficit arise, its grounds apply, and its positive result restore what is left, oldest first.

    Only an outcome makes a deficit: what a forecast or a budget would leave is foreseen (ruling R42). Those of a part
    of the year do nothing: the balance requirement is measured on the forecast.
    """

    def total(of: Callable[[Deficit], int]) -> int:
        return sum(of(deficit) for deficit in deficits.values())

    def later(deficit: Deficit) -> int:
        return sum(part.ore for part in deficit.parts if part.due_year > year)

    brought_forward = tuple((origin, each.left_ore) for origin, each in sorted(deficits.items()) if each.left_ore)
    changed = {"restated_ore": 0, "repealed_ore": 0}
    for each in beside:
        if each.kind == "restated":
            changed["restated_ore"] += restate(deficits, each.deficits)
        elif each.kind == "repealed":
            changed["repealed_ore"] += repeal(deficits, int(each.about), each.ore)
        elif each.kind == "extended":
            move_extension(deficits, int(each.about), each.ore, each.due_year)
    waived_before = total(lambda deficit: deficit.waived_ore)
    if figures.kind is StatementKind.INTERIM:
        left = sum(ore for _, ore in brought_forward)
        return _Settled(brought_forward, 0, max(0, -result_ore), left, (), 0, (), **changed)
    if result_ore < 0:
        deficits[year] = arising(year, -result_ore)
    found = tuple(apply_grounds(figures.exceptional_grounds, deficits, f"{year}.exceptional_grounds"))
    unrestored = total(lambda deficit: deficit.left_ore if deficit.year < year else 0)
    beyond, late = total(later), overdue_at(deficits, year)
    restored = restore(deficits, max(0, result_ore))
    found += tuple(restore_voluntarily(deficits, figures.ore("voluntarily_restored") or 0, year))
    found += tuple(check_late(late, restored, year))
    beyond -= total(later)
    for origin, deficit in deficits.items():
        deficits[origin] = replace(deficit, as_of_year=year)
    waived = total(lambda deficit: deficit.waived_ore) - waived_before
    own = deficits.pop(year, None) if figures.kind is not StatementKind.OUTCOME else None
    foreseen = own.left_ore if own else 0
    return _Settled(brought_forward, waived, foreseen, unrestored, restored, beyond, found, **changed)


def _check_decisive(drawn: YearStatement, regime: Regime) -> Iterator[Finding]:
    """Both results exist and the law leaves open which decides: a warning, a note where the wording is followed."""
    after = drawn.balance_requirement_result_after_equalisation_reserve_ore
    if after is not None and regime.decisive is not None:
        chosen = drawn.figures.decisive_result
        yield codes.DECISIVE_RESULT_CHOSEN.at(
            f"{regime.year}.decisive_result",
            severity=Severity.NOTE if chosen == "before" else None,
            year=regime.year,
            used=drawn.figures.ore("equalisation_reserve_used") or 0,
            before=drawn.balance_requirement_result_ore,
            after=after,
            chosen=CHOSEN[chosen],
        )
