"""What must hold of the figures before a statement is drawn up: which years, and which rows the year's law knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sifund_ledger.balance.figures import (
    STATEMENT_ROWS,
    EntityKind,
    OpeningDeficit,
    Presentation,
    StatementKind,
    YearFigures,
)
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.fiscal import FIRST_YEAR
from sifund_ledger.law import DISSOLUTION, Regime
from sifund_ledger.money import Unit, format_amount

NO_YEARS = FindingCode(
    "NO_YEARS",
    Severity.ERROR,
    en="There are no figures for any year.",
    sv="Det finns inga uppgifter för något år.",
    remedy_en="Give the figures of at least one fiscal year.",
    remedy_sv="Ange uppgifter för minst ett räkenskapsår.",
)
YEAR_MISSING = FindingCode(
    "YEAR_MISSING",
    Severity.ERROR,
    en="The figures do not say which fiscal year they are for.",
    sv="Uppgifterna anger inte vilket räkenskapsår de avser.",
    remedy_en="State the year.",
    remedy_sv="Ange året.",
)
YEAR_TWICE = FindingCode(
    "YEAR_TWICE",
    Severity.ERROR,
    en="The fiscal year {year} is given {count} times.",
    sv="Räkenskapsåret {year} är angivet {count} gånger.",
    remedy_en="Give each year once; draw up an outcome and a forecast of the same year apart.",
    remedy_sv="Ange varje år en gång; upprätta utfall och prognos för samma år var för sig.",
)
YEARS_WITH_GAP = FindingCode(
    "YEARS_WITH_GAP",
    Severity.WARNING,
    en="The figures go from {before} to {year}; what the years between did to the deficits is not known.",
    sv="Uppgifterna går från {before} till {year}; vad åren emellan betydde för underskotten är inte känt.",
    remedy_en="Add the figures of the years between.",
    remedy_sv="Lägg till uppgifterna för åren emellan.",
)
ROW_NOT_IN_LAW = FindingCode(
    "ROW_NOT_IN_LAW",
    Severity.ERROR,
    en="{key} is {amount}, and the law for {year} has no such row.",
    sv="{key} är {amount}, och lagen för {year} har ingen sådan rad.",
    remedy_en="Leave it out, or give it as a row of the municipality's own (other_adjustments).",
    remedy_sv="Utelämna den, eller ange den som en egen rad (other_adjustments).",
)
OWN_ROWS_STRICT = FindingCode(
    "OWN_ROWS_STRICT",
    Severity.ERROR,
    en="The strict layout has the statute's rows alone, but {count} own row(s) are given.",
    sv="Den strikta uppställningen har bara lagens rader, men {count} egna rader är angivna.",
    remedy_en="Choose a local presentation (inside, below, grounds, added_back, separate_decision) or remove them.",
    remedy_sv="Välj en egen uppställning (inside, below, grounds, added_back, separate_decision) eller ta bort dem.",
)
NO_FORMULA = FindingCode(
    "NO_FORMULA",
    Severity.NOTE,
    en="For {year} no statute says how the result is adjusted; every row is the municipality's own.",
    sv="För {year} anger ingen lag hur resultatet justeras; varje rad är kommunens egen.",
)
EXEMPT_ABOVE_GAINS = FindingCode(
    "EXEMPT_ABOVE_GAINS",
    Severity.WARNING,
    en="The exempt realised gains ({exempt}) are above all realised gains ({gains}) of {year}.",
    sv="De undantagna realisationsvinsterna ({exempt}) överstiger samtliga realisationsvinster ({gains}) för {year}.",
    remedy_en="Give all gains under realised_gains, the exempt ones among them.",
    remedy_sv="Ange samtliga vinster under realised_gains, de undantagna inräknade.",
)
FEDERATION_RESERVE = FindingCode(
    "FEDERATION_RESERVE",
    Severity.ERROR,
    en="A federation has no tax base to measure an allocation to the reserve against.",
    sv="Ett kommunalförbund har inget skatteunderlag att mäta en reservering mot.",
    remedy_en="Leave the allocation out, or state the reason for it under reserve_purpose.",
    remedy_sv="Utelämna reserveringen, eller ange skälet för den under reserve_purpose.",
    citation="KL (2017:725) 9:9, 11:14",
)
PRELIMINARY = FindingCode(
    "PRELIMINARY",
    Severity.NOTE,
    en="The figures of {year} are no outcome ({kind}); deficits that rest on them are preliminary.",
    sv="Uppgifterna för {year} är inget utfall ({kind}); underskott som vilar på dem är preliminära.",
)
OPENING_DEFICITS_UNKNOWN = FindingCode(
    "OPENING_DEFICITS_UNKNOWN",
    Severity.WARNING,
    en="Nothing is said of deficits from before {year}; if there are any, less is left of the results.",
    sv="Inget är angivet om underskott från tiden före {year}; finns sådana återstår mindre av resultaten.",
    remedy_en="State opening_deficits, or an empty list if there are none.",
    remedy_sv="Ange opening_deficits, eller en tom lista om sådana saknas.",
)
OPENING_DEFICIT_YEAR = FindingCode(
    "OPENING_DEFICIT_YEAR",
    Severity.ERROR,
    en="An opening deficit is of {year}; it must be of a year from {first} to the one before the figures begin.",
    sv="Ett ingående underskott avser {year}; det ska avse ett år från {first} till året innan uppgifterna börjar.",
    remedy_en="Correct the year, or leave it out if the figures themselves have it.",
    remedy_sv="Rätta året, eller utelämna underskottet om det finns i uppgifterna.",
)
OPENING_DEFICIT_TWICE = FindingCode(
    "OPENING_DEFICIT_TWICE",
    Severity.ERROR,
    en="The opening deficit of {year} is given more than once.",
    sv="Det ingående underskottet för {year} är angivet mer än en gång.",
    remedy_en="Give each year once; parts with another deadline are grounds that extend.",
    remedy_sv="Ange varje år en gång; delar med annan tidsgräns är skäl som förlänger.",
)
CODES = (
    NO_YEARS,
    YEAR_MISSING,
    YEAR_TWICE,
    YEARS_WITH_GAP,
    ROW_NOT_IN_LAW,
    OWN_ROWS_STRICT,
    NO_FORMULA,
    EXEMPT_ABOVE_GAINS,
    FEDERATION_RESERVE,
    PRELIMINARY,
    OPENING_DEFICITS_UNKNOWN,
    OPENING_DEFICIT_YEAR,
    OPENING_DEFICIT_TWICE,
)

_DISCLOSED = frozenset({"earmark_set_aside", "earmark_used", "voluntarily_restored"})
_KIND_SV = {
    StatementKind.OUTCOME: "utfall",
    StatementKind.FORECAST: "prognos",
    StatementKind.INTERIM: "delår",
    StatementKind.BUDGET: "budget",
}


def with_unit(ore: int, unit: Unit) -> str:
    """An amount as messages print it, in the statement's unit.

    >>> with_unit(1_550_000_000, "mkr")
    '15,5 mkr'
    """
    return f"{format_amount(ore, unit)} {unit}"


def check_years(years: Sequence[YearFigures]) -> Iterator[Finding]:
    """Faults in which years are given: none, one without its year, one given twice."""
    if not years:
        yield NO_YEARS.at("years")
    for position, figures in enumerate(years):
        if figures.year is None:
            yield YEAR_MISSING.at(f"years[{position}]")
    given = [figures.year for figures in years if figures.year is not None]
    for year in sorted(set(given)):
        if given.count(year) > 1:
            yield YEAR_TWICE.at(str(year), year=year, count=given.count(year))


def gaps(years: Sequence[int]) -> dict[int, list[Finding]]:
    """A warning for each year that does not follow on the one before it, by the later year."""
    return {
        year: [YEARS_WITH_GAP.at(str(year), before=before, year=year)]
        for before, year in pairwise(years)
        if year != before + 1
    }


def check_opening(opening: Iterable[OpeningDeficit], first_year: int) -> Iterator[Finding]:
    """Faults in the opening deficits: of a year that is not before the figures, or before the law; one twice."""
    seen: set[int] = set()
    for deficit in opening:
        if not FIRST_YEAR <= deficit.year < first_year:
            yield OPENING_DEFICIT_YEAR.at(f"opening_deficits.{deficit.year}", year=deficit.year, first=FIRST_YEAR)
        if deficit.year in seen:
            yield OPENING_DEFICIT_TWICE.at(f"opening_deficits.{deficit.year}", year=deficit.year)
        seen.add(deficit.year)


def check_rows(figures: YearFigures, regime: Regime, entity_kind: EntityKind, unit: Unit) -> Iterator[Finding]:
    """What the year's law says of the rows given: errors for those it does not know, and what is worth knowing."""
    year = regime.year
    known = {*regime.keys, *_DISCLOSED}
    for key in STATEMENT_ROWS:
        ore = figures.ore(key)
        if ore and key not in known and not _told_elsewhere(key, figures, regime):
            place = f"{year}.{key}"
            amount = with_unit(ore, unit)
            yield ROW_NOT_IN_LAW.at(place, citation=regime.adjustments.cited, key=key, amount=amount, year=year)
    if not regime.has_formula:
        yield NO_FORMULA.at(str(year), citation=regime.adjustments.cited, year=year)
    elif figures.presentation is Presentation.STRICT and figures.other_adjustments:
        place = f"{year}.other_adjustments"
        yield OWN_ROWS_STRICT.at(place, citation=regime.adjustments.cited, count=len(figures.other_adjustments))
    exempt, gains = figures.ore("realised_gains_exempt") or 0, figures.ore("realised_gains") or 0
    if regime.has_formula and exempt > gains:
        yield EXEMPT_ABOVE_GAINS.at(
            f"{year}.realised_gains_exempt",
            citation=regime.adjustments.cited,
            exempt=with_unit(exempt, unit),
            gains=with_unit(gains, unit),
            year=year,
        )
    if entity_kind is EntityKind.FEDERATION and regime.has_formula and figures.ore("reserve_allocated"):
        severity = Severity.WARNING if figures.reserve_purpose.strip() else Severity.ERROR
        yield FEDERATION_RESERVE.at(f"{year}.reserve_allocated", severity=severity)
    if figures.kind is not StatementKind.OUTCOME:
        yield _preliminary(figures, year)


def _told_elsewhere(key: str, figures: YearFigures, regime: Regime) -> bool:
    # The end of RUR, and the decision of 2013 on earlier years, have findings of their own.
    if key == "reserve_allocated":
        return bool(figures.reserve_decision and regime.flow_ceiling and regime.flow_ceiling.decided_in)
    return key == "equalisation_reserve_used" and regime.year > DISSOLUTION[-1].first_year


def _preliminary(figures: YearFigures, year: int) -> Finding:
    english = PRELIMINARY.at(f"{year}.kind", year=year, kind=figures.kind.value)
    return english._replace(message_sv=PRELIMINARY.sv.format(year=year, kind=_KIND_SV[figures.kind]))
