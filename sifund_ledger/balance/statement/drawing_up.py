"""How one fiscal year's statement is drawn up: its sums, its reserves, what it does to the deficits, what is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sifund_ledger.balance.deficits.deficits import Deficit, DeficitAccount, check_deficits
from sifund_ledger.balance.deficits.grounds import apply_grounds, check_decisions
from sifund_ledger.balance.deficits.restoration import check_order, restore, restore_voluntarily
from sifund_ledger.balance.figures.checks import check_rows
from sifund_ledger.balance.figures.year_figures import EntityKind, YearFigures
from sifund_ledger.balance.reserves.ceilings import (
    Room,
    ceilings_of,
    check_ceilings,
    check_spent_once,
)
from sifund_ledger.balance.reserves.checks import check_openings, check_reserve_decision, check_reserves
from sifund_ledger.balance.reserves.reserves import ReserveAccount, ReserveBalances
from sifund_ledger.balance.reserves.securities import SecuritiesMemory, check_securities
from sifund_ledger.balance.statement import findings as codes
from sifund_ledger.balance.statement.budget import budget_test, check_budget
from sifund_ledger.balance.statement.line_order import lines_of
from sifund_ledger.balance.statement.lines import AFTER_EQUALISATION
from sifund_ledger.balance.statement.presentation import check_presentation, present
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import CHOSEN
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.law import Formula, Regime, Reserve, regime_of


@dataclass(slots=True)
class Carried:
    """What is carried from year to year while a statement is drawn up; mutable, and never handed out."""

    deficits: dict[int, DeficitAccount] = field(default_factory=dict)
    reserves: ReserveBalances = field(default_factory=ReserveBalances)
    securities: SecuritiesMemory = field(default_factory=SecuritiesMemory)


class _Results(NamedTuple):
    """The year's results in öre, signed; ``after`` is that after use of what is left of RUR, from 2024."""

    adjusted: int
    result: int
    after: int | None
    decisive: int


class _Settled(NamedTuple):
    """What a year did to the deficits: pairs of the year of origin and öre, and their state at its end."""

    brought_forward: tuple[tuple[int, int], ...]
    waived_ore: int
    unrestored_ore: int
    restored: tuple[tuple[int, int], ...]
    deficits: tuple[Deficit, ...]
    findings: tuple[Finding, ...]


def draw_up(figures: YearFigures, year: int, carried: Carried, entity_kind: EntityKind) -> YearStatement:
    """One year's statement; ``carried`` holds deficits, reserves and securities so far, and goes on to the year's end.

    Errors are among the findings: the caller refuses. Whatever a fault asks for is left undone.
    """
    regime = regime_of(year)
    results = _results(figures, regime)
    settled = _settle(figures, year, results.decisive, carried.deficits)
    presented = present(figures, regime, results.adjusted, results.decisive)
    openings = tuple(check_openings(carried.reserves, figures, year))
    accounts = carried.reserves.accounts(figures, year)
    carried.reserves.close(year, accounts)
    room = _room(figures, regime, results, settled, accounts)
    drawn = YearStatement(
        year=year,
        kind=figures.kind,
        as_of=figures.as_of,
        regime=regime.name,
        presentation=figures.presentation,
        lines=(),
        result_after_adjustments_ore=results.adjusted,
        balance_requirement_result_ore=results.result,
        balance_requirement_result_after_equalisation_reserve_ore=results.after,
        decisive_result=_decisive_name(figures, results),
        presented_result_after_adjustments_ore=presented.after_adjustments_ore,
        presented_result_ore=presented.result_ore,
        brought_forward_by_year=settled.brought_forward,
        restored_by_year=settled.restored,
        waived_ore=settled.waived_ore,
        deficits=settled.deficits,
        ceilings=ceilings_of(figures, regime, room, entity_kind),
        reserves=accounts,
        securities=carried.securities.year(figures, year),
        budget=budget_test(figures, year, regime.budget),
        findings=(),
        figures=figures,
    )
    found = _found(drawn, regime, room, entity_kind, openings, settled.findings)
    return replace(drawn, lines=tuple(lines_of(drawn, regime)), findings=tuple(found))


def _found(
    drawn: YearStatement,
    regime: Regime,
    room: Room,
    entity_kind: EntityKind,
    openings: tuple[Finding, ...],
    of_deficits: tuple[Finding, ...],
) -> Iterator[Finding]:
    """Everything found of a year, in the order of the statement."""
    figures = drawn.figures
    yield from check_rows(figures, regime, entity_kind)
    yield from openings
    yield from check_ceilings(figures, regime, drawn.ceilings, entity_kind)
    yield from check_reserves(figures, regime, drawn.reserves, drawn.result_after_adjustments_ore)
    yield from check_reserve_decision(figures, regime)
    yield from check_spent_once(figures, regime, room, drawn.restored_ore)
    yield from check_securities(drawn.securities, regime)
    yield from check_budget(figures, regime, drawn.budget)
    yield from _check_decisive(drawn, regime)
    yield from check_decisions(figures, regime.year)
    yield from of_deficits
    yield from check_presentation(drawn, regime)
    yield from check_deficits(drawn.deficits, regime.year)


def _results(figures: YearFigures, regime: Regime) -> _Results:
    adjusted = _sum(regime.adjustments, figures, figures.ore("net_result") or 0)
    result = _sum(regime.reserves, figures, adjusted)
    after = None
    if regime.equalisation is not None and any(figures.ore(key) for key in regime.equalisation.keys):
        after = _sum(regime.equalisation, figures, result)
    decisive = result if after is None or figures.decisive_result == "before" else after
    return _Results(adjusted, result, after, decisive)


def _decisive_name(figures: YearFigures, results: _Results) -> str:
    after = results.after is not None and figures.decisive_result != "before"
    return AFTER_EQUALISATION if after else "balance_requirement_result"


def _check_decisive(drawn: YearStatement, regime: Regime) -> Iterator[Finding]:
    """Both results exist and the law leaves open which decides: a warning, a note where the wording is followed."""
    after = drawn.balance_requirement_result_after_equalisation_reserve_ore
    if after is None or regime.decisive is None:
        return
    before = drawn.figures.decisive_result == "before"
    yield codes.DECISIVE_RESULT_CHOSEN.at(
        f"{regime.year}.decisive_result",
        citation=regime.decisive.citation,
        severity=Severity.NOTE if before else None,
        year=regime.year,
        used=drawn.figures.ore("equalisation_reserve_used") or 0,
        before=drawn.balance_requirement_result_ore,
        after=after,
        chosen=CHOSEN["before" if before else "after"],
    )


def _room(
    figures: YearFigures, regime: Regime, results: _Results, settled: _Settled, accounts: tuple[ReserveAccount, ...]
) -> Room:
    before = [account.opening_ore for account in accounts if account.reserve is Reserve.RESULT]
    return Room(
        net_result=figures.ore("net_result") or 0,
        adjusted=results.adjusted,
        reserve_before=before[0] if before else None,
        unrestored=settled.unrestored_ore,
    )


def _settle(figures: YearFigures, year: int, result_ore: int, accounts: dict[int, DeficitAccount]) -> _Settled:
    """Let a year's deficit arise, its grounds apply, and its positive result restore what is left, oldest first."""
    brought_forward = tuple((origin, accounts[origin].left) for origin in sorted(accounts) if accounts[origin].left)
    waived_before = sum(account.waived for account in accounts.values())
    if result_ore < 0:
        accounts[year] = DeficitAccount.arising(year, -result_ore)
    found = tuple(apply_grounds(figures.exceptional_grounds, accounts, f"{year}.exceptional_grounds"))
    unrestored = sum(account.left for origin, account in accounts.items() if origin < year)
    beyond = sum(account.left_after(year) for account in accounts.values())
    restored = restore(accounts, max(0, result_ore))
    beyond -= sum(account.left_after(year) for account in accounts.values())
    voluntary = figures.ore("voluntarily_restored") or 0
    found += tuple(restore_voluntarily(accounts, voluntary, year))
    deficits = tuple(accounts[origin].at_end_of(year) for origin in sorted(accounts))
    return _Settled(
        brought_forward=brought_forward,
        waived_ore=sum(account.waived for account in accounts.values()) - waived_before,
        unrestored_ore=unrestored,
        restored=restored,
        deficits=deficits,
        findings=(*found, *check_order(deficits, beyond, year)),
    )


def _sum(formula: Formula, figures: YearFigures, start_ore: int) -> int:
    total = start_ore + sum(sign * (figures.ore(key) or 0) for key, sign in formula.terms)
    if formula.own_rows:
        total += sum(row.ore for row in figures.other_adjustments)
    return total
