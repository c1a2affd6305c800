"""The rows of the municipality's own layout, in the order it prints them (egen uppställning; ruling R34)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance.figures.year_figures import Presentation
from sifund_ledger.balance.statement.lines import AFTER_EQUALISATION, Block
from sifund_ledger.balance.statement.presentation import EARMARK_TERMS
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.table import RowKind

LocalRow = tuple[str, int, RowKind]
"""A row's label, its amount in öre with the sign it is printed with, and how it is set."""

_RESULT_NAMES: Final[dict[Presentation, tuple[str, str]]] = {
    Presentation.INSIDE: ("Balanskravsresultat enligt egen uppställning", "Balance requirement result as laid out"),
    Presentation.BELOW: ("Justerat resultat", "Adjusted result"),
    Presentation.GROUNDS: ("Resultat efter synnerliga skäl", "Result after exceptional grounds"),
    Presentation.ADDED_BACK: ("Balanserat resultat", "Balanced result"),
    Presentation.SEPARATE_DECISION: ("Årets balanskravsresultat", "Balance requirement result"),
}
_EARMARKING: Final = ("Öronmärkning", "Earmarking")
_GROUND: Final = {
    "earmark_set_aside": ("Synnerliga skäl: öronmärkt under året", "Exceptional grounds: set aside"),
    "earmark_used": ("Synnerliga skäl: ianspråktagen öronmärkning", "Exceptional grounds: earmarks used"),
}
_ADJUSTED: Final = ("Justerat resultat före reserv", "Adjusted result before the reserve")


def local_rows(year: YearStatement, language: Language = "sv") -> Iterator[LocalRow]:
    """The rows of a year's own layout, the last of them its presented result.

    ``inside`` puts own rows and earmarks between the reserve and the result; ``below`` and ``grounds`` after it;
    ``added_back`` adds a use to the result before the reserve; ``separate_decision`` adds nothing.
    """
    which = 0 if language == "sv" else 1
    layout = year.presentation
    if layout is Presentation.ADDED_BACK:
        yield from _statute(year, language, "net_result", before="result_after_adjustments")
        yield from _added(year, language)
        yield _ADJUSTED[which], year.presented_result_after_adjustments_ore, RowKind.SUM
        yield from _statute(year, language, "result_after_adjustments", before="balance_requirement_result", skip=1)
        yield from _equalisation(year, language)
    elif layout is Presentation.INSIDE:
        yield from _statute(year, language, "result_after_adjustments", before="balance_requirement_result")
        yield from _equalisation(year, language)
        yield from _added(year, language)
    elif layout is not Presentation.SEPARATE_DECISION:
        yield from _statute(year, language, "balance_requirement_result", before=None)
        yield from _added(year, language)
    yield _RESULT_NAMES[layout][which], year.presented_result_ore, RowKind.SUM


def _statute(
    year: YearStatement, language: Language, first: str, *, before: str | None, skip: int = 0
) -> Iterator[LocalRow]:
    skipped = () if year.decisive_result == AFTER_EQUALISATION else ("equalisation_reserve_used", AFTER_EQUALISATION)
    lines = [line for line in year.lines if line.block is Block.STATUTE and line.code not in skipped]
    codes = [line.code for line in lines]
    end = len(codes) if before is None else codes.index(before)
    for line in lines[codes.index(first) + skip : end]:
        if line.ore or line.code in (first, "net_result"):
            yield line.label_in(language), line.ore, RowKind.PLAIN


def _equalisation(year: YearStatement, language: Language) -> Iterator[LocalRow]:
    """What is left of RUR is one more row before a layout's own result, where the result after it decides."""
    if year.decisive_result == AFTER_EQUALISATION:
        line = year.line("equalisation_reserve_used")
        yield line.label_in(language), line.ore, RowKind.PLAIN


def _added(year: YearStatement, language: Language) -> Iterator[LocalRow]:
    which = 0 if language == "sv" else 1
    terms = [(key, sign * (year.figures.ore(key) or 0)) for key, sign in EARMARK_TERMS[year.presentation]]
    if year.presentation is Presentation.BELOW:
        yield _EARMARKING[which], sum(ore for _, ore in terms), RowKind.PLAIN
    else:
        for key, ore in terms:
            if ore:
                label = _GROUND[key][which] if year.presentation is Presentation.GROUNDS else ""
                yield label or year.line(key).label_in(language), ore, RowKind.PLAIN
    for line in year.lines:
        if line.code == "other" and line.block is Block.LOCAL:
            yield line.label_in(language), line.ore, RowKind.PLAIN
