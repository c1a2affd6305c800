"""The lines of a year's statement, in their order: the statute's rows, earmarks told, restoration, own rows."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.balance.figures.year_figures import Presentation, YearFigures
from sifund_ledger.balance.statement.lines import Amounts, Block, Line, line_name
from sifund_ledger.law import Regime, Rule, row_name


def lines_of(figures: YearFigures, regime: Regime, amounts: Amounts) -> Iterator[Line]:
    """Every line of a year's statement, from its figures and what was computed of them."""
    yield from _statute_lines(figures, regime, amounts)
    yield from _disclosure_lines(figures, regime)
    yield from _restoration_lines(figures, regime, amounts)
    yield from _local_lines(figures, regime, amounts.presented)


def _statute_line(code: str, ore: int, rule: Rule, year: int) -> Line:
    return Line(
        code=code,
        ore=ore,
        label_sv=row_name(code, year),
        label_en=row_name(code, year, "en"),
        block=Block.STATUTE,
        rule=rule.name,
        citation=rule.cited,
    )


def _statute_lines(figures: YearFigures, regime: Regime, amounts: Amounts) -> Iterator[Line]:
    year = regime.year
    yield _statute_line("net_result", figures.ore("net_result") or 0, regime.adjustments, year)
    for formula, total in zip(regime.formulas, (amounts.adjusted, amounts.result, amounts.after), strict=False):
        for key, sign in formula.terms:
            yield _statute_line(key, sign * (figures.ore(key) or 0), formula, year)
        if formula.own_rows:
            yield from _own_lines(figures, Block.STATUTE)
        if total is not None:
            yield _statute_line(formula.target, total, formula, year)


def _own_lines(figures: YearFigures, block: Block) -> Iterator[Line]:
    """The municipality's own rows as lines, with the sign they are printed with."""
    for row in figures.other_adjustments:
        yield Line(
            code="other", ore=row.ore, label_sv=row.label, label_en=row.label, block=block, citation=row.citation
        )


def _named_line(code: str, ore: int, block: Block, rule: Rule | None) -> Line:
    return Line(
        code=code,
        ore=ore,
        label_sv=line_name(code),
        label_en=line_name(code, "en"),
        block=block,
        rule=rule.name if rule else "",
        citation=rule.cited if rule else "",
    )


def _disclosure_lines(figures: YearFigures, regime: Regime) -> Iterator[Line]:
    for code, sign in (("earmark_set_aside", -1), ("earmark_used", +1)):
        yield _named_line(code, sign * (figures.ore(code) or 0), Block.DISCLOSURE, regime.earmarks)


def _restoration_lines(figures: YearFigures, regime: Regime, amounts: Amounts) -> Iterator[Line]:
    block = Block.RESTORATION
    yield _named_line("exceptional_grounds", amounts.waived, block, regime.grounds)
    yield _named_line("deficits_brought_forward", -amounts.brought_forward, block, regime.restoration)
    yield _named_line("deficits_restored", amounts.restored, block, regime.restoration)
    yield _named_line("to_restore", amounts.left, block, regime.deficits)
    voluntary = figures.ore("voluntarily_restored")
    if voluntary:
        yield _named_line("voluntarily_restored", voluntary, block, regime.grounds)


def _local_lines(figures: YearFigures, regime: Regime, presented: int) -> Iterator[Line]:
    if figures.presentation is Presentation.STRICT:
        return
    if regime.has_formula:
        yield from _own_lines(figures, Block.LOCAL)
    yield _named_line("presented_result", presented, Block.LOCAL, None)
