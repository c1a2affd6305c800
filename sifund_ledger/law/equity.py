"""Equity: how it is carried from year to year, and how the balance sheet divides it (eget kapital)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sifund_ledger.law.citations import KRL, LKBR, Citation
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rules import Certainty, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class EquityLayout(Rule):
    """The items under equity in the balance sheet (uppställning av eget kapital).

    ``items`` are ``result``, ``equalisation_reserve``, ``other`` where equity is divided, or ``opening``, ``result``,
    ``closing`` where it is carried forward; ``of_which`` are the reserves told as "varav" of opening and closing.
    """

    items: tuple[str, ...]
    of_which: tuple[Reserve, ...] = ()


_CARRIED_SV: Final = "Utgående eget kapital är ingående och årets resultat, om inte annat särskilt redovisas."
_CARRIED_EN: Final = "Closing equity is the opening one and the result of the year, but for what is told apart."
EQUITY_CARRIED: Final = (
    Rule(
        name="EQ-1",
        first_year=1998,
        last_year=2018,
        citation=None,
        certainty=Certainty.INFERENCE,
        sv=_CARRIED_SV,
        en=_CARRIED_EN,
    ),
    Rule(
        name="EQ-1",
        first_year=2019,
        last_year=None,
        citation=Citation(LKBR, 4, "4"),
        certainty=Certainty.STATUTE,
        sv=_CARRIED_SV,
        en=_CARRIED_EN,
    ),
)
"""Opening is the previous closing, and changes pass through the result (EQ-1); to 2018 as good practice."""

_DIVIDED_SV: Final = "Eget kapital delas i årets resultat, resultatutjämningsreserv och övrigt eget kapital."
_DIVIDED_EN: Final = "Equity is divided into the year's result, the equalisation reserve and other equity."
EQUITY_LAYOUT: Final = (
    EquityLayout(
        name="EQ-0",
        first_year=1998,
        last_year=2012,
        citation=None,
        certainty=Certainty.UNVERIFIED,
        sv="Eget kapital med årets resultat särskilt angivet.",
        en="Equity with the year's result told apart.",
        items=("result", "other"),
    ),
    EquityLayout(
        name="EQ-2",
        first_year=2013,
        last_year=2018,
        citation=Citation(KRL, 5, "2", amended_by="2012:799"),
        certainty=Certainty.STATUTE,
        sv=_DIVIDED_SV,
        en=_DIVIDED_EN,
        items=("result", "equalisation_reserve", "other"),
    ),
    EquityLayout(
        name="EQ-2",
        first_year=2019,
        last_year=2023,
        citation=Citation(LKBR, 6, "2"),
        certainty=Certainty.SECONDARY,
        sv=_DIVIDED_SV,
        en=_DIVIDED_EN,
        items=("result", "equalisation_reserve", "other"),
    ),
    EquityLayout(
        name="EQ-3",
        first_year=2024,
        last_year=2033,
        citation=Citation(LKBR, 6, "2", amended_by="2023:643"),
        certainty=Certainty.STATUTE,
        sv="Ingående eget kapital, årets resultat, utgående; varav resultatreserv och kvarvarande RUR.",
        en="Opening equity, the year's result, closing; of which the result reserve and what is left of RUR.",
        items=("opening", "result", "closing"),
        of_which=(Reserve.RESULT, Reserve.EQUALISATION),
    ),
    EquityLayout(
        name="EQ-3",
        first_year=2034,
        last_year=None,
        citation=Citation(LKBR, 6, "2", amended_by="2023:643"),
        certainty=Certainty.STATUTE,
        sv="Ingående eget kapital, årets resultat, utgående; varav resultatreserv.",
        en="Opening equity, the year's result, closing; of which the result reserve.",
        items=("opening", "result", "closing"),
        of_which=(Reserve.RESULT,),
    ),
)
"""The balance sheet's items by fiscal year (EQ-2, EQ-3); before 2013 they were not seen, and nothing rests on them."""
