"""What must hold of the figures before a statement is drawn up: which years, and which rows the year's law knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sifund_ledger.balance.figures import findings as codes
from sifund_ledger.balance.figures.year_figures import (
    BASES,
    STATEMENT_ROWS,
    EntityKind,
    GroundEffect,
    OpeningDeficit,
    Presentation,
    StatementKind,
    YearFigures,
    figure_of,
)
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.fiscal import FIRST_YEAR
from sifund_ledger.law.regimes import Regime
from sifund_ledger.law.reserves import DISSOLUTION

_DISCLOSED = frozenset({"earmark_set_aside", "earmark_used", "voluntarily_restored"})
KINDS = {
    StatementKind.FORECAST: Bilingual("en prognos", "a forecast"),
    StatementKind.INTERIM: Bilingual("en delårsrapport", "an interim report"),
    StatementKind.BUDGET: Bilingual("en budget", "a budget"),
}
"""What figures other than an outcome are called in a sentence."""


def check_years(years: Sequence[YearFigures]) -> Iterator[Finding]:
    """Faults in which years are given: none, one without its year, one given twice of the same kind."""
    if not years:
        yield codes.NO_YEARS.at("years")
    for position, figures in enumerate(years, 1):
        if figures.year is None:
            yield codes.YEAR_MISSING.at(f"years[{position}]")
    given = Counter((figures.year, figures.kind) for figures in years if figures.year is not None)
    for (year, _), times in sorted(given.items()):
        if times > 1:
            yield codes.YEAR_TWICE.at(str(year), year=year, count=times)


def check_opening(opening: Iterable[OpeningDeficit], first_year: int) -> Iterator[Finding]:
    """Faults in the opening deficits: of a year that is not before the figures, or before the law; one twice; one of
    which more is left and waived than ever arose."""
    opening = tuple(opening)
    for deficit in opening:
        waived = sum(ground.ore for ground in deficit.grounds if ground.effect is GroundEffect.WAIVE)
        arisen, place = deficit.arisen_ore, f"opening_deficits.{deficit.year}"
        if arisen is not None and deficit.ore + waived > arisen:
            values: dict[str, Any] = {"arisen": arisen, "left": deficit.ore, "waived": waived}
            yield codes.OPENING_DEFICIT_ABOVE_ARISEN.at(f"{place}.arisen", year=deficit.year, **values)
    for year, times in Counter(deficit.year for deficit in opening).items():
        if not FIRST_YEAR <= year < first_year:
            yield codes.OPENING_DEFICIT_YEAR.at(f"opening_deficits.{year}", year=year, first=FIRST_YEAR)
        if times > 1:
            yield codes.OPENING_DEFICIT_TWICE.at(f"opening_deficits.{year}", year=year)


def check_rows(figures: YearFigures, regime: Regime, entity_kind: EntityKind) -> Iterator[Finding]:
    """What the year's law says of the rows given: errors for those it does not know, and what is worth knowing."""
    year = regime.year
    known = {*regime.keys, *_DISCLOSED}
    outside = [key for key in BASES if not figure_of(key).in_law(year)]
    outside += [key for key in STATEMENT_ROWS if key not in known and not _told_elsewhere(key, figures, regime)]
    for key in outside:
        ore = figures.ore(key)
        if ore:
            own = codes.AS_OWN_ROW if key in STATEMENT_ROWS else ""
            yield codes.ROW_NOT_IN_LAW.at(f"{year}.{key}", key=key, amount=ore, year=year, own=own)
    if not regime.has_formula:
        yield codes.NO_FORMULA.at(str(year), year=year)
    elif figures.presentation is Presentation.STRICT and figures.other_adjustments:
        count = len(figures.other_adjustments)
        yield codes.OWN_ROWS_STRICT.at(f"{year}.other_adjustments", count=count, year=year)
    exempt, gains = figures.ore("realised_gains_exempt") or 0, figures.ore("realised_gains") or 0
    if regime.has_formula and exempt > gains:
        yield codes.EXEMPT_ABOVE_GAINS.at(f"{year}.realised_gains_exempt", exempt=exempt, gains=gains, year=year)
    if entity_kind is EntityKind.FEDERATION and regime.has_formula and figures.ore("reserve_allocated"):
        severity = Severity.WARNING if figures.reserve_purpose.strip() else Severity.ERROR
        yield codes.FEDERATION_RESERVE.at(f"{year}.reserve_allocated", severity=severity)
    if figures.kind is not StatementKind.OUTCOME:
        how = codes.OF_A_PERIOD if figures.kind is StatementKind.INTERIM else codes.FORESEEN
        yield codes.PRELIMINARY.at(f"{year}.kind", year=year, kind=KINDS[figures.kind], how=how)


def _told_elsewhere(key: str, figures: YearFigures, regime: Regime) -> bool:
    # The end of RUR, and the decision of 2013 on earlier years, have findings of their own.
    if key == "reserve_allocated":
        return bool(figures.reserve_decision and regime.flow_ceiling and regime.flow_ceiling.decided_in)
    return key == "equalisation_reserve_used" and regime.year > DISSOLUTION[-1].first_year
