"""The figures of a year, defined once (uppgifter): key, Swedish name, kind, fiscal years, help.

The table drives ``YearFigures``, the figures file in and out, what the event of a book keeps, the JSON Schema, and the
page of documentation. To add a figure, add it here, as an attribute of ``YearFigures``, and to the law's rows if the
statement has it. Its order is that of stored events.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sifund_ledger.balance.figures.figure_items import GROUNDS, OWN_ROWS
from sifund_ledger.balance.figures.figure_kinds import (
    AMOUNTS,
    FISCAL_YEAR,
    MAGNITUDE,
    PRESENTATION,
    SIGNED,
    STATEMENT_KIND,
    ZERO,
    Presentation,
    StatementKind,
    magnitude,
)
from sifund_ledger.fields.declared import REQUIRED, Field
from sifund_ledger.fields.kinds import DAY, DECISION, PARAGRAPHS, Kind, choice_of
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.reserves import EQUALISATION_USE, FLOW_CEILING
from sifund_ledger.law.result import DECISIVE_RESULT
from sifund_ledger.law.rows import ROW_NAMES
from sifund_ledger.law.rules import Dated, holds


@dataclass(frozen=True, slots=True)
class Figure(Field):
    """A figure of a year (uppgift). ``title`` is what tables call it where the law has no name for it."""

    title: Bilingual | None = None
    law: tuple[Dated, ...] = ()
    """What the law has of it, each part with its years; empty where the law dates nothing."""

    @property
    def first_year(self) -> int | None:
        """The first fiscal year that the law has it in; ``None`` where it has it in every year."""
        return min((each.first_year for each in self.law), default=None)

    @property
    def last_year(self) -> int | None:
        """The last fiscal year that the law has it in; ``None`` until further notice."""
        ends = [each.last_year for each in self.law]
        return None if not ends or None in ends else max(end for end in ends if end is not None)

    def in_law(self, year: int) -> bool:
        """Whether the law of a fiscal year has it."""
        return not self.law or any(holds(each, year) for each in self.law)


def _figure(key: str, sv: str, kind: Kind, default: Any, help: Bilingual, **more: Any) -> Figure:
    law = tuple(row for row in ROW_NAMES if row.name == key)
    return Figure(key, kind, Bilingual(sv, key), help, default, **({"law": law} | more))


_A_LOSS: Final = Bilingual(
    "En förlust? Undantagna förluster anges under realised_losses_exempt; ange annars vinsterna utan minustecken.",
    "A loss? Exempt losses go under realised_losses_exempt; otherwise give the gains without a sign.",
)
_BESIDE: Final = tuple(rule for rule in EQUALISATION_USE if rule.first_year >= DECISIVE_RESULT[0].first_year)
"""What is left of RUR, once the reserve of the year is another."""

YEAR: Final = Field(
    "year", FISCAL_YEAR, Bilingual("år", "year"),
    Bilingual("räkenskapsåret, ett kalenderår", "the fiscal year, which is the calendar year"),
)  # fmt: skip
FIGURES: Final[tuple[Figure, ...]] = (
    _figure("net_result", "årets_resultat", SIGNED, REQUIRED, Bilingual(
        "årets resultat enligt resultaträkningen", "*årets resultat* by the income statement")),
    _figure("kind", "slag", STATEMENT_KIND, StatementKind.OUTCOME, Bilingual(
        "utfall, prognos, delår eller budget", "what the figures are; `outcome` if left out")),
    _figure("presentation", "uppställning", PRESENTATION, Presentation.STRICT, Bilingual(
        "hur kommunen redovisar öronmärkningar och egna rader",
        "how the municipality itself prints earmarks and rows of its own: a layout, below; `strict` if left out")),
    _figure("decisive_result", "avgörande_resultat", choice_of(
        "decisive_result", Bilingual("resultat", "result"), ("after", "before")), "after", Bilingual(
        "om resultatet före eller efter användningen av RUR avgör om det finns ett underskott",
        "with `equalisation_reserve_used`: whether the result after or before that use tells if there is a deficit"),
        law=DECISIVE_RESULT),
    _figure("reserve_purpose", "reservens_ändamål", PARAGRAPHS, "", Bilingual(
        "till vad och varför RER används; ett kommunalförbunds skäl för en reservering",
        "to what and why RER is used, which the annual report must tell; a federation's reason for an allocation")),
    _figure("as_of", "per", DAY, None, Bilingual("uppgifternas dag", "the day of the figures")),
    _figure("realised_gains", "realisationsvinster", magnitude(_A_LOSS), ZERO, Bilingual(
        "samtliga realisationsvinster, de undantagna inräknade",
        "all realised gains on disposals, the exempt ones among them")),
    _figure("realised_gains_exempt", "undantagna_realisationsvinster", MAGNITUDE, ZERO, Bilingual(
        "vinster som inte behöver räknas av", "gains that need not be deducted, where the statute lets them stand")),
    _figure("realised_losses_exempt", "undantagna_realisationsförluster", MAGNITUDE, ZERO, Bilingual(
        "förluster som får läggas till", "losses on disposals that may be added back")),
    _figure("unrealised_gains", "orealiserade_vinster", MAGNITUDE, ZERO, Bilingual(
        "orealiserade vinster i värdepapper", "unrealised gains on securities")),
    _figure("unrealised_losses", "orealiserade_förluster", MAGNITUDE, ZERO, Bilingual(
        "orealiserade förluster i värdepapper", "unrealised losses on securities")),
    _figure("unrealised_gains_reversed", "återförda_orealiserade_vinster", MAGNITUDE, ZERO, Bilingual(
        "återföring av tidigare undantagna vinster", "reversal of gains excluded earlier")),
    _figure("unrealised_losses_reversed", "återförda_orealiserade_förluster", MAGNITUDE, ZERO, Bilingual(
        "återföring av tidigare undantagna förluster", "reversal of losses excluded earlier")),
    _figure("reserve_allocated", "reservering", MAGNITUDE, ZERO, Bilingual(
        "reserverat till RUR till 2023, till RER från 2024",
        "put into the reserve: *resultatutjämningsreserv* (RUR) to 2023, *resultatreserv* (RER) from 2024")),
    _figure("reserve_used", "användning_av_reserv", MAGNITUDE, ZERO, Bilingual(
        "använt ur RUR till 2023, ur RER från 2024", "taken from the reserve: RUR to 2023, RER from 2024")),
    _figure("equalisation_reserve_used", "användning_av_rur", MAGNITUDE, ZERO, Bilingual(
        "använt av det som återstår av RUR", "taken from what is left of RUR")),
    _figure("earmark_set_aside", "öronmärkt", MAGNITUDE, ZERO, Bilingual(
        "öronmärkt i eget kapital under året: en upplysning", "earmarked in equity during the year: a disclosure"),
        title=Bilingual("öronmärkt under året", "earmarked during the year")),
    _figure("earmark_used", "ianspråktaget", MAGNITUDE, ZERO, Bilingual(
        "ianspråktagna öronmärkningar: en upplysning", "earmarks used during the year: a disclosure"),
        title=Bilingual("ianspråktagna öronmärkningar", "earmarks used during the year")),
    _figure("voluntarily_restored", "frivilligt_återställt", MAGNITUDE, ZERO, Bilingual(
        "återställt av det som enligt beslut inte behövde återställas",
        "what of earlier waived deficits is restored all the same: told beside what must be restored, at most what was "
        "waived"),
        title=Bilingual("frivilligt återställt", "restored voluntarily")),
    _figure("taxes_and_grants", "skatter_och_bidrag", MAGNITUDE, None, Bilingual(
        "underlaget för taken; ensamt ger det tak på 1 %",
        "tax income, general grants and equalisation (B), the base of the ceilings; with it alone they are computed at "
        "1 %"),
        title=Bilingual("skatter, generella bidrag och utjämning", "taxes, general grants and equalisation")),
    _figure("equity", "eget_kapital", SIGNED, None, Bilingual(
        "eget kapital vid årets utgång", "equity at the close of the year"),
        title=Bilingual("eget kapital vid årets utgång", "equity at the close of the year")),
    _figure("pension_contingency", "ansvarsförbindelse", MAGNITUDE, None, Bilingual(
        "ansvarsförbindelse för pensioner", "pension obligations that are no provision (*ansvarsförbindelse*)"),
        title=Bilingual("ansvarsförbindelse för pensioner", "pension obligations that are no provision")),
    _figure("reserve_before", "reserv_ingående", MAGNITUDE, None, Bilingual(
        "reservens ingående balans; följer annars av året före",
        "the reserve at the opening of the year; left out, it rolls from the year before"),
        title=Bilingual("reservens ingående balans", "the reserve at the opening of the year"), law=FLOW_CEILING),
    _figure("equalisation_reserve_before", "rur_ingående", MAGNITUDE, None, Bilingual(
        "det som återstår av RUR vid årets ingång", "what is left of RUR at the opening of the year"),
        title=Bilingual("RUR, ingående balans", "RUR at the opening of the year"), law=_BESIDE),
    _figure("budget_income", "budgeterade_intäkter", MAGNITUDE, None, Bilingual(
        "för slaget budget", 'with `kind = "budget"`; without both the budget is tested on its net result')),
    _figure("budget_cost", "budgeterade_kostnader", MAGNITUDE, None, Bilingual(
        "för slaget budget", 'with `kind = "budget"`')),
    _figure("reserve_decision", "beslut_om_reserv", DECISION, None, Bilingual(
        "fullmäktiges beslut om reservering och användning",
        "the council's decision on what is put into the reserves and taken from them. A result of 2010 to 2012 could "
        "be put into RUR by a decision of 2013, and only with it stated")),
    _figure("other_adjustments", "egna_rader", OWN_ROWS, (), Bilingual(
        "kommunens egna rader: benämning, belopp som det trycks, stöd",
        "rows of the municipality's own: `label`, `amount` (signed as printed), `citation`. Before 2013 every row but "
        "the result is such a row; from 2013 they need a local layout")),
    _figure("exceptional_grounds", "synnerliga_skäl", GROUNDS, (), Bilingual(
        "synnerliga skäl, KL 11:13", "*synnerliga skäl*, below")),
)  # fmt: skip


def amounts_of(table: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures of a table that are amounts."""
    return tuple(figure for figure in table if figure.kind.name in AMOUNTS)


def figure_of(key: str) -> Figure:
    """The figure with a key. Raises ``KeyError`` where there is none."""
    return _BY_KEY[key]


_BY_KEY: Final = {figure.name: figure for figure in FIGURES}
STATEMENT_ROWS: Final = tuple(figure.name for figure in amounts_of(FIGURES) if figure.default == ZERO)
"""The magnitudes that are zero where they are left out."""
BASES: Final = tuple(figure.name for figure in amounts_of(FIGURES) if figure.default is None)
"""The amounts that are unknown where they are left out."""
