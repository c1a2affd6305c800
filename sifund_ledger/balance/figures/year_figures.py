"""What a municipality states of a fiscal year: the input of the balanskravsutredning.

Each figure is defined once, as an attribute of :class:`YearFigures`: that drives the figures file in and out, what the
event of a book keeps, the JSON Schema, and the page of documentation. To add a figure, add it there, and to the law's
rows if the statement has it.

The names are the keys of the figures file. Amounts are ``Money`` in kronor; a magnitude is positive and the
rule applies the sign. What is left out of the statement's rows is zero; what is left out of the bases
(taxes, equity, reserves, budget) is unknown, and stays ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Annotated, Any, Final, Self

from moneyed import Money

from sifund_ledger.balance.figures.figure import Figure, figure
from sifund_ledger.balance.figures.figure_items import (
    GROUNDS,
    OWN_ROWS,
    ExceptionalGround,
    OpeningDeficit,
    OwnRow,
    with_decision_keys,
    with_whole_decisions,
)
from sifund_ledger.balance.figures.figure_kinds import (
    AMOUNTS,
    DECISIVE,
    FISCAL_YEAR,
    MAGNITUDE,
    PRESENTATION,
    SIGNED,
    STATEMENT_KIND,
    ZERO,
    EntityKind,
    GroundEffect,
    Presentation,
    StatementKind,
    magnitude,
    read_stated,
)
from sifund_ledger.boundary import checked, looked_up
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.fields.declared import APART, REQUIRED, Field, Said, fields_of, table_of
from sifund_ledger.fields.findings import YEAR_OUT_OF_RANGE
from sifund_ledger.fields.kinds import DAY, DECISION, KRONOR, PARAGRAPHS, Kind
from sifund_ledger.findings import Bilingual, shown
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR

__all__ = [
    "BASES",
    "EntityKind",
    "ExceptionalGround",
    "GroundEffect",
    "OF_YEAR",
    "OpeningDeficit",
    "OwnRow",
    "Presentation",
    "STATEMENT_ROWS",
    "StatementKind",
    "YearFigures",
    "figure_of",
    "year_fields",
    "year_kind",
]
_GAINS: Final = magnitude(
    Bilingual(
        "En förlust? Undantagna förluster anges under ”undantagna_realisationsförluster”; ange annars vinsterna "
        "utan minustecken.",
        "A loss? Exempt losses go under realised_losses_exempt; otherwise give the gains without a sign.",
    )
)
_Magnitude = Annotated[Money, MAGNITUDE]
_Base = Annotated[Money | None, MAGNITUDE]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """The figures of one fiscal year (årets uppgifter), with the keys of the figures file.

    Amounts may be given as anything :func:`~sifund_ledger.sek` takes, in kronor. ``net_result`` and ``equity`` are
    signed; everything else is a magnitude. ``reserve_decision`` is the council's on allocation and use; RUR for 2010 to
    2012 needs one of 2013. ``voluntarily_restored`` is what of a waived deficit is restored all the same. ``sources``
    names the records of a book that an amount comes from; ``more`` has the figures of a table of one's own. Raises
    :class:`~sifund_ledger.Refused` with every fault: a negative magnitude, a float, a year outside 1998–2060.

    >>> from sifund_ledger.money import sek
    >>> figures = YearFigures(year=2014, net_result=sek(-149), realised_gains=sek(56))
    >>> figures.ore("realised_gains"), figures.ore("taxes_and_grants")
    (5600, None)
    """

    # fmt: off
    year: Annotated[int | None, FISCAL_YEAR, Said(
        "år", "räkenskapsåret, ett kalenderår", "the fiscal year, which is the calendar year")] = None
    net_result: Annotated[Money, SIGNED, Said(
        "årets_resultat", "årets resultat enligt resultaträkningen", "*årets resultat* by the income statement")]
    kind: Annotated[StatementKind, STATEMENT_KIND, Said(
        "slag", "utfall, prognos, delår eller budget",
        "what the figures are; `outcome` if left out")] = StatementKind.OUTCOME
    presentation: Annotated[Presentation, PRESENTATION, Said(
        "uppställning", "hur kommunen redovisar öronmärkningar och egna rader",
        "how the municipality itself prints earmarks and rows of its own: a layout, below; "
        "`strict` if left out")] = Presentation.STRICT
    decisive_result: Annotated[str, DECISIVE, Said(
        "avgörande_resultat", "om resultatet före eller efter användningen av RUR avgör om det finns ett underskott",
        "with `equalisation_reserve_used`: whether the result after or before that use tells if "
        "there is a deficit")] = "after"
    reserve_purpose: Annotated[str, PARAGRAPHS, Said(
        "reservens_ändamål", "till vad och varför RER används; ett kommunalförbunds skäl för en reservering",
        "to what and why RER is used, which the annual report must tell; a federation's reason for an allocation")] = ""
    as_of: Annotated[date | None, DAY, Said("per", "uppgifternas dag", "the day of the figures")] = None
    realised_gains: Annotated[Money, _GAINS, Said(
        "realisationsvinster", "samtliga realisationsvinster, de undantagna inräknade",
        "all realised gains on disposals, the exempt ones among them")] = ZERO
    realised_gains_exempt: Annotated[_Magnitude, Said(
        "undantagna_realisationsvinster", "vinster som inte behöver räknas av",
        "gains that need not be deducted, where the statute lets them stand")] = ZERO
    realised_losses_exempt: Annotated[_Magnitude, Said(
        "undantagna_realisationsförluster", "förluster som får läggas till",
        "losses on disposals that may be added back")] = ZERO
    unrealised_gains: Annotated[_Magnitude, Said(
        "orealiserade_vinster", "orealiserade vinster i värdepapper", "unrealised gains on securities")] = ZERO
    unrealised_losses: Annotated[_Magnitude, Said(
        "orealiserade_förluster", "orealiserade förluster i värdepapper", "unrealised losses on securities")] = ZERO
    unrealised_gains_reversed: Annotated[_Magnitude, Said(
        "återförda_orealiserade_vinster", "återföring av tidigare undantagna vinster",
        "reversal of gains excluded earlier")] = ZERO
    unrealised_losses_reversed: Annotated[_Magnitude, Said(
        "återförda_orealiserade_förluster", "återföring av tidigare undantagna förluster",
        "reversal of losses excluded earlier")] = ZERO
    reserve_allocated: Annotated[_Magnitude, Said(
        "reservering", "reserverat till RUR till 2023, till RER från 2024",
        "put into the reserve: *resultatutjämningsreserv* (RUR) to 2023, *resultatreserv* (RER) from 2024")] = ZERO
    reserve_used: Annotated[_Magnitude, Said(
        "användning_av_reserv", "använt ur RUR till 2023, ur RER från 2024",
        "taken from the reserve: RUR to 2023, RER from 2024")] = ZERO
    equalisation_reserve_used: Annotated[_Magnitude, Said(
        "användning_av_rur", "använt av det som återstår av RUR", "taken from what is left of RUR")] = ZERO
    earmark_set_aside: Annotated[_Magnitude, Said(
        "öronmärkt", "öronmärkt i eget kapital under året: en upplysning",
        "earmarked in equity during the year: a disclosure")] = ZERO
    earmark_used: Annotated[_Magnitude, Said(
        "ianspråktaget", "ianspråktagna öronmärkningar: en upplysning",
        "earmarks used during the year: a disclosure")] = ZERO
    earmark_from_result: Annotated[_Base, Said(
        "öronmärkt_av_resultatet", "det som öronmärkts av årets eget resultat, när det än bokförts; annars allt",
        "what has been earmarked of the year's own result, in whichever year it was booked; left out, all that is "
        "earmarked during the year")] = None
    voluntarily_restored: Annotated[_Magnitude, Said(
        "frivilligt_återställt", "återställt av det som enligt beslut inte behövde återställas",
        "what of earlier waived deficits is restored all the same: shown beside what must be "
        "restored, at most what was waived")] = ZERO
    taxes_and_grants: Annotated[_Base, Said(
        "skatter_och_bidrag", "underlaget för taken; ensamt ger det tak på 1 %",
        "tax income, general grants and equalisation (B), the base of the ceilings; with it alone "
        "they are computed at 1 %")] = None
    equity: Annotated[Money | None, SIGNED, Said(
        "eget_kapital", "eget kapital vid årets utgång", "equity at the close of the year")] = None
    pension_contingency: Annotated[_Base, Said(
        "ansvarsförbindelse", "ansvarsförbindelse för pensioner",
        "pension obligations outside the balance sheet (*ansvarsförbindelse*)")] = None
    reserve_before: Annotated[_Base, Said(
        "reserv_ingående", "reservens ingående balans; följer annars av året före",
        "the reserve at the opening of the year; left out, it rolls from the year before")] = None
    equalisation_reserve_before: Annotated[_Base, Said(
        "rur_ingående", "det som återstår av RUR vid årets ingång",
        "what is left of RUR at the opening of the year")] = None
    budget_income: Annotated[_Base, Said(
        "budgeterade_intäkter", "för slaget budget",
        'with `kind = "budget"`; without both the budget is tested on its net result')] = None
    budget_cost: Annotated[_Base, Said("budgeterade_kostnader", "för slaget budget", 'with `kind = "budget"`')] = None
    reserve_decision: Annotated[Decision | None, DECISION, Said(
        "beslut_om_reserv", "fullmäktiges beslut om reservering och användning",
        "the council's decision on what is put into the reserves and taken from them. A result of "
        "2010 to 2012 could be put into RUR by a decision of 2013, and only with it stated")] = None
    other_adjustments: Annotated[tuple[OwnRow, ...], OWN_ROWS, Said(
        "egna_rader", "kommunens egna rader: benämning, belopp som det trycks, stöd",
        "rows of the municipality's own: `label`, `amount` (signed as printed), `citation`. Before "
        "2013 every row but the result is such a row; from 2013 they need a local layout")] = ()
    exceptional_grounds: Annotated[tuple[ExceptionalGround, ...], GROUNDS, Said(
        "synnerliga_skäl", "synnerliga skäl, KL 11:13", "*synnerliga skäl*, below")] = ()
    # fmt: on
    sources: Annotated[tuple[tuple[str, tuple[int, ...]], ...], APART] = ()
    more: Annotated[Mapping[str, Any], APART] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        of_year = type(self.year) is int and 0 <= self.year < 10_000
        faults = list(read_stated(self, str(self.year) if of_year else "figures"))
        if type(self.year) is int and not FIRST_YEAR <= self.year <= LAST_YEAR:
            year = shown(self.year)
            faults.append(YEAR_OUT_OF_RANGE.at(year, year=year))
        if faults:
            raise Refused(faults)

    @classmethod
    @checked
    def of(cls, values: Mapping[str, Any], table: Sequence[Figure] = ()) -> Self:
        """Figures from values by name, English or Swedish, of any type that can be read; amounts are kronor.

        ``table`` is ``FIGURES`` with figures of one's own, which are kept in ``more``; without it, ``FIGURES``.
        Raises :class:`~sifund_ledger.Refused` with every fault.

        >>> YearFigures.of({"år": 2014, "årets_resultat": "-149", "kind": "forecast"}).ore("net_result")
        -14900
        """
        year = values.get("year", values.get("år"))
        place = shown(year) if type(year) is int else "figures"
        figures: Self = year_kind(table or FIGURES, OF_YEAR).read(values, place, KRONOR)
        return figures

    def value(self, key: str) -> Any:
        """The figure under a key, those of a table of one's own among them.

        Raises :class:`~sifund_ledger.errors.NotFound` for a key that no figure has.
        """
        if isinstance(key, str) and key in self.more:
            return self.more[key]
        return getattr(self, looked_up(_OWN, key, "figure.key"))

    def ore(self, key: str) -> int | None:
        """The amount under a key of the figures file, in öre; ``None`` where it is unknown. Raises as :meth:`value`."""
        amount = self.value(key)
        return None if amount is None else int(amount.amount.scaleb(2))

    def records(self, key: str) -> tuple[int, ...]:
        """The sequence numbers of the records that the amount under a key comes from; empty without a book."""
        return next((found for name, found in self.sources if name == key), ())


OF_YEAR, *_rest = fields_of(YearFigures)
"""The year of figures whose year is said beside them."""
YEAR: Final = replace(OF_YEAR, default=REQUIRED)
FIGURES: Final[tuple[Figure, ...]] = tuple(map(figure, _rest))
"""What may be stated of a year, in the order of stored events."""


def figure_of(key: str) -> Figure:
    """The figure with a key. Raises ``KeyError`` where there is none."""
    return _BY_KEY[key]


_BY_KEY: Final = {figure.name: figure for figure in FIGURES}
_AMOUNTS: Final = tuple(figure for figure in FIGURES if figure.kind.name in AMOUNTS)
STATEMENT_ROWS: Final = tuple(figure.name for figure in _AMOUNTS if figure.default == ZERO)
"""The magnitudes that are zero where they are left out."""
BASES: Final = tuple(figure.name for figure in _AMOUNTS if figure.default is None)
"""The amounts that are unknown where they are left out."""
_OWN: Final = {each.name: each.name for each in fields(YearFigures)}


def year_fields(table: Sequence[Figure] = FIGURES) -> tuple[Field, ...]:
    """What may stand of a year in a file: its figures, and beside a decision its state and where it is kept."""
    return (YEAR, *with_decision_keys(table))


def year_kind(table: Sequence[Figure] = FIGURES, year: Field = YEAR) -> Kind:
    """The kind of a table with the figures of a year; ``year`` is the field that says which."""

    def make(**read: Any) -> YearFigures:
        whole = with_whole_decisions(read, table)
        more = {key: whole.pop(key) for key in whole.keys() - _OWN.keys()}
        return YearFigures(**whole, more=more)

    declared = (year, *year_fields(table)[1:])
    return table_of(Bilingual("Året", "The year"), declared, YearFigures, make=make)
