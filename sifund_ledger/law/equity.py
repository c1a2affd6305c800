"""Equity: how it is carried from year to year, and how the balance sheet divides it (eget kapital)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sifund_ledger.citations import KRL, LKBR
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.law.rules import Certainty, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class EquityLayout(Rule):
    """The items under equity in the balance sheet (uppställning av eget kapital).

    ``items`` are ``result``, ``equalisation_reserve``, ``other`` where equity is divided, or ``opening``, ``result``,
    ``closing`` where it is carried forward; ``of_which`` are the reserves shown as "varav" of opening and closing.
    """

    items: tuple[str, ...]
    of_which: tuple[Reserve, ...] = ()


_CARRIED: Final = Bilingual(
    "Utgående eget kapital är ingående eget kapital och årets resultat, om inget annat redovisas särskilt.",
    "Closing equity is opening equity and the result of the year, unless shown otherwise.",
)
EQUITY_CARRIED: Final = (
    Rule("EQ-1", 1998, 2018, KRL("5:1"), _CARRIED, certainty=Certainty.INFERENCE),
    Rule("EQ-1", 2019, 2019, LKBR("4:4"), _CARRIED),
    Rule("EQ-1", 2020, None, LKBR("4:4", "2019:986"), _CARRIED),
)
"""Opening is the previous closing, and changes pass through the result (EQ-1); to 2018 the income statement shows how
equity has changed, and that its opening is the previous closing is good practice."""

_WHOLE: Final = Bilingual("Eget kapital med årets resultat särskilt angivet.", "Equity, with the year's result apart.")
_DIVIDED: Final = Bilingual(
    "Eget kapital delas i årets resultat, resultatutjämningsreserv och övrigt eget kapital.",
    "Equity is divided into the year's result, the equalisation reserve and other equity.",
)
_OF_WHICH_BOTH: Final = Bilingual(
    "Ingående eget kapital, årets resultat, utgående; varav resultatreserv och kvarvarande RUR.",
    "Opening equity, the year's result, closing; of which the result reserve and what is left of RUR.",
)
_OF_WHICH_RER: Final = Bilingual(
    "Ingående eget kapital, årets resultat, utgående; varav resultatreserv.",
    "Opening equity, the year's result, closing; of which the result reserve.",
)
_ITEMS_2013: Final = ("result", "equalisation_reserve", "other")
_ITEMS_2024: Final = ("opening", "result", "closing")
_2024: Final = LKBR("6:2", "2023:643")
EQUITY_LAYOUT: Final = (
    EquityLayout("EQ-0", 1998, 2012, None, _WHOLE, certainty=Certainty.UNVERIFIED, items=("result", "other")),
    EquityLayout("EQ-2", 2013, 2014, KRL("5:2", "2012:799"), _DIVIDED, items=_ITEMS_2013),
    EquityLayout("EQ-2", 2015, 2018, KRL("5:2", "2014:568"), _DIVIDED, items=_ITEMS_2013),
    EquityLayout("EQ-2", 2019, 2023, LKBR("6:2"), _DIVIDED, certainty=Certainty.SECONDARY, items=_ITEMS_2013),
    EquityLayout(
        "EQ-3", 2024, 2033, _2024, _OF_WHICH_BOTH, items=_ITEMS_2024, of_which=(Reserve.RESULT, Reserve.EQUALISATION)
    ),
    EquityLayout("EQ-3", 2034, None, _2024, _OF_WHICH_RER, items=_ITEMS_2024, of_which=(Reserve.RESULT,)),
)
"""The balance sheet's items by fiscal year (EQ-2, EQ-3); before 2013 they were not seen, and nothing rests on them."""
