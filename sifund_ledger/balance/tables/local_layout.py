"""The rows of the municipality's own layout, in the order it prints them (egen uppställning; ruling R34)."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.balance.figures.year_figures import Presentation
from sifund_ledger.balance.statement.lines import AFTER_EQUALISATION, Block, Line
from sifund_ledger.balance.statement.presentation import EARMARK_TERMS
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import OWN_ADJUSTED, OWN_EARMARKING, OWN_GROUNDS, OWN_RESULTS
from sifund_ledger.table import Row, RowKind


def local_rows(year: YearStatement) -> Iterator[Row]:
    """The rows of a year's own layout, the last of them its presented result; each amount signed as it is printed.

    ``inside`` puts own rows and earmarks between the reserve and the result; ``below`` and ``grounds`` after it;
    ``added_back`` adds a use to the result before the reserve; ``separate_decision`` adds nothing.
    """
    layout = year.presentation
    if layout is Presentation.ADDED_BACK:
        yield from _statute(year, "net_result", before="result_after_adjustments")
        yield from _added(year)
        adjusted = (OWN_ADJUSTED, year.presented_result_after_adjustments_ore)
        yield Row(adjusted, RowKind.SUM, "presented_result_after_adjustments")
        yield from _statute(year, "result_after_adjustments", before="balance_requirement_result", skip=1)
        yield from _equalisation(year)
    elif layout is Presentation.INSIDE:
        yield from _statute(year, "result_after_adjustments", before="balance_requirement_result")
        yield from _equalisation(year)
        yield from _added(year)
    elif layout is not Presentation.SEPARATE_DECISION:
        yield from _statute(year, "balance_requirement_result", before=None)
        yield from _added(year)
    yield Row((OWN_RESULTS[layout], year.presented_result_ore), RowKind.SUM, "presented_result")


def _as_row(line: Line) -> Row:
    return Row((line.name, line.ore), code=line.code)


def _statute(year: YearStatement, first: str, *, before: str | None, skip: int = 0) -> Iterator[Row]:
    skipped = () if year.decisive_result == AFTER_EQUALISATION else ("equalisation_reserve_used", AFTER_EQUALISATION)
    lines = [line for line in year.lines if line.block is Block.STATUTE and line.code not in skipped]
    codes = [line.code for line in lines]
    end = len(codes) if before is None else codes.index(before)
    for line in lines[codes.index(first) + skip : end]:
        if line.ore or line.code in (first, "net_result"):
            # What stands further down than where the layout begins is a sum of what is above it.
            kind = RowKind.SUM if line.code == AFTER_EQUALISATION and line.code != first else RowKind.PLAIN
            yield _as_row(line)._replace(kind=kind)


def _equalisation(year: YearStatement) -> Iterator[Row]:
    """What is left of RUR is one more row before a layout's own result, where the result after it decides."""
    if year.decisive_result == AFTER_EQUALISATION:
        yield _as_row(year.line("equalisation_reserve_used"))


def _added(year: YearStatement) -> Iterator[Row]:
    terms = [(key, sign * (year.figures.ore(key) or 0)) for key, sign in EARMARK_TERMS[year.presentation]]
    if year.presentation is Presentation.BELOW:
        yield Row((OWN_EARMARKING, sum(ore for _, ore in terms)), code="earmarking")
    else:
        grounds = year.presentation is Presentation.GROUNDS
        for key, ore in terms:
            if ore:
                yield Row((OWN_GROUNDS[key] if grounds else year.line(key).name, ore), code=key)
    for line in year.lines:
        if line.code == "other" and line.block is Block.LOCAL:
            yield _as_row(line)
