"""The municipality's own layout beside the statute's (egen uppställning): what it adds, where, and what it would mean.

Only the statute's result restores deficits (ruling R1); what is printed beside it gets a finding where it differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.balance.deficits.grounds import rests_on_earmark
from sifund_ledger.balance.figures.year_figures import GroundEffect, Presentation, YearFigures
from sifund_ledger.balance.statement import findings as codes
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.law.regimes import Regime

_BOTH: Final = (("earmark_set_aside", -1), ("earmark_used", +1))
EARMARK_TERMS: Final[dict[Presentation, tuple[tuple[str, int], ...]]] = {
    Presentation.STRICT: (),
    Presentation.INSIDE: _BOTH,
    Presentation.BELOW: _BOTH,
    Presentation.GROUNDS: _BOTH,
    Presentation.ADDED_BACK: (("earmark_used", +1),),
    Presentation.SEPARATE_DECISION: (),
}
"""Which earmark rows a layout adds to the result, and their signs."""


def counts_own_rows(presentation: Presentation, regime: Regime) -> bool:
    """Whether the own rows are added by the layout; to 2012 they are terms of the results already."""
    return regime.has_formula and presentation not in (Presentation.STRICT, Presentation.SEPARATE_DECISION)


def present(figures: YearFigures, regime: Regime, adjusted_ore: int, result_ore: int) -> tuple[int, int]:
    """The adjusted and the decisive result as the municipality prints them, in öre, signed (rulings R1, R34)."""
    added = sum(sign * (figures.ore(key) or 0) for key, sign in EARMARK_TERMS[figures.presentation])
    if counts_own_rows(figures.presentation, regime):
        added += sum(row.ore for row in figures.other_adjustments)
    before = added if figures.presentation is Presentation.ADDED_BACK else 0
    return adjusted_ore + before, result_ore + added


def left_as_printed(figures: YearFigures, year: int, presented_ore: int, brought_forward_ore: int) -> int:
    """What would be left to restore if the printed result decided, in öre.

    Waivers are counted, but those that rest on earmarks only where the layout has not added the use already.
    """
    adds_use = bool(EARMARK_TERMS[figures.presentation])
    waivers = [ground for ground in figures.exceptional_grounds if ground.effect is GroundEffect.WAIVE]
    older = sum(ground.ore for ground in waivers if ground.deficit_year < year)
    own = sum(
        ground.ore for ground in waivers if ground.deficit_year == year and not (adds_use and rests_on_earmark(ground))
    )
    still = max(0, brought_forward_ore - older - max(0, presented_ore))
    return still + max(0, -presented_ore - own)


def check_presentation(drawn: YearStatement, regime: Regime) -> Iterator[Finding]:
    """What the reader of the own layout must know; a note to 2012, where the statute has no formula."""
    year, figures = regime.year, drawn.figures
    place = f"{year}.presentation"
    used, presented, decisive = figures.ore("earmark_used") or 0, drawn.presented_result_ore, drawn.decisive_result_ore
    deficit = max(0, -decisive)
    if presented != decisive:
        printed = left_as_printed(figures, year, presented, drawn.brought_forward_ore)
        yield codes.PRESENTED_DIFFERS.at(
            place,
            severity=None if regime.has_formula else Severity.NOTE,
            year=year,
            presented=presented,
            difference=presented - decisive,
            statutory=decisive,
            left=drawn.to_restore_ore,
            left_printed=printed,
            as_printed=codes.AS_PRINTED if printed != drawn.to_restore_ore else "",
        )
    if figures.presentation is Presentation.GROUNDS and used > deficit:
        yield codes.GROUND_MAKES_SURPLUS.at(place, used=used, deficit=deficit, year=year)
    outside = used or figures.ore("earmark_set_aside") or (figures.other_adjustments and regime.has_formula)
    if figures.presentation is Presentation.SEPARATE_DECISION and outside:
        yield codes.DECIDED_APART.at(place, year=year)
