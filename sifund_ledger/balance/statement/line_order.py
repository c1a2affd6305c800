"""The lines of a year's statement, in their order: the statute's rows, earmarks disclosed, restoration, own rows."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.balance.figures.year_figures import Presentation, StatementKind, YearFigures
from sifund_ledger.balance.statement.lines import CORRECTED, RESTORED, TO_RESTORE, Block, Line
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import LINES, name_of_row
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.regimes import Regime
from sifund_ledger.law.rules import Rule


def lines_of(drawn: YearStatement, regime: Regime) -> Iterator[Line]:
    """Every line of a year's statement, from its figures and what was computed of them."""
    yield from _statute_lines(drawn, regime)
    yield from _disclosure_lines(drawn.figures, regime)
    yield from _restoration_lines(drawn, regime)
    yield from _local_lines(drawn, regime)


def _line(code: str, ore: int, block: Block, rule: Rule | None, year: int | None = None) -> Line:
    """A line of the statute is called what the year's law calls it; the others have names of their own."""
    name = LINES[code] if year is None else name_of_row(code, year)
    rule_name, cited = (rule.name, rule.cited) if rule else ("", "")
    return Line(code=code, ore=ore, name=name, block=block, rule=rule_name, citation=cited)


def _statute_lines(drawn: YearStatement, regime: Regime) -> Iterator[Line]:
    figures, year = drawn.figures, regime.year
    totals = (
        drawn.result_after_adjustments_ore,
        drawn.balance_requirement_result_ore,
        drawn.balance_requirement_result_after_equalisation_reserve_ore,
    )
    yield _line("net_result", figures.ore("net_result") or 0, Block.STATUTE, regime.adjustments, year)
    for formula, total in zip(regime.formulas, totals, strict=False):
        for key, sign in formula.terms:
            yield _line(key, sign * (figures.ore(key) or 0), Block.STATUTE, formula, year)
        if formula.own_rows:
            yield from _own_lines(figures, Block.STATUTE)
        if drawn.corrected_ore and formula.target == drawn.decisive_result:
            yield _line(CORRECTED[formula.target], drawn.corrected_ore, Block.STATUTE, None)
        if total is not None and drawn.is_measured:
            yield _line(formula.target, total, Block.STATUTE, formula, year)


def _own_lines(figures: YearFigures, block: Block) -> Iterator[Line]:
    """The municipality's own rows as lines, with the sign they are printed with."""
    for row in figures.other_adjustments:
        name = Bilingual(row.label, row.label)
        yield Line(code="other", ore=row.ore, name=name, block=block, citation=row.citation)


def _disclosure_lines(figures: YearFigures, regime: Regime) -> Iterator[Line]:
    for code, sign in (("earmark_set_aside", -1), ("earmark_used", +1)):
        yield _line(code, sign * (figures.ore(code) or 0), Block.DISCLOSURE, regime.earmarks)


def _restoration_lines(drawn: YearStatement, regime: Regime) -> Iterator[Line]:
    block, outcome = Block.RESTORATION, drawn.kind is StatementKind.OUTCOME
    if not drawn.is_measured:
        return
    yield _line("exceptional_grounds", drawn.waived_ore, block, regime.grounds)
    yield _line("deficits_brought_forward", -drawn.brought_forward_ore, block, regime.restoration)
    for code, ore in (("deficits_corrected", drawn.restated_ore), ("grounds_repealed", drawn.repealed_ore)):
        if ore:
            yield _line(code, -ore, block, regime.deficits)
    yield _line(RESTORED[outcome], drawn.restored_ore, block, regime.restoration)
    yield _line(TO_RESTORE[outcome], drawn.to_restore_ore, block, regime.deficits)
    voluntary = drawn.figures.ore("voluntarily_restored")
    if voluntary:
        yield _line("voluntarily_restored", voluntary, block, regime.grounds)


def _local_lines(drawn: YearStatement, regime: Regime) -> Iterator[Line]:
    if drawn.presentation is Presentation.STRICT or not drawn.is_measured:
        return
    if regime.has_formula:
        yield from _own_lines(drawn.figures, Block.LOCAL)
    yield _line("presented_result", drawn.presented_result_ore, Block.LOCAL, None)
