"""The results of the balanskravsutredning: which figures the statute adds and deducts, by fiscal year.

Signs are applied to positive magnitudes. Where a formula begins with a result, that result is signed.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from sifund_ledger.citations import KL_1991, KL_2017, KRL, LKBR
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.rules import Certainty, Formula, Rule

_NO_FORMULA: Final = KL_1991("8:4-5", "1997:615")
_KRL: Final = KRL("4:3 a", "2012:799")
_LKBR: Final = LKBR("11:10")
_LKBR_2024: Final = LKBR("11:10", "2023:643")

_TERMS_2013: Final = (
    ("realised_gains", -1),
    ("realised_gains_exempt", +1),
    ("realised_losses_exempt", +1),
    ("unrealised_losses", +1),
    ("unrealised_losses_reversed", -1),
)
_TERMS_2019: Final = (
    *_TERMS_2013[:3],
    ("unrealised_gains", -1),
    ("unrealised_losses", +1),
    ("unrealised_gains_reversed", +1),
    ("unrealised_losses_reversed", -1),
)
_OWN: Final = Bilingual(
    "Ingen formel i lag: kommunens egna justeringar av årets resultat redovisas öppet.",
    "No formula in the law: the municipality's own adjustments of the net result are shown openly.",
)
_WITHOUT_LOSSES: Final = Bilingual(
    "Årets resultat utan realisationsvinster, med undantag, och utan orealiserade förluster i värdepapper.",
    "Net result without realised gains, with exemptions, and without unrealised losses on securities.",
)
_WITHOUT_UNREALISED: Final = Bilingual(
    "Årets resultat utan realisationsvinster, med undantag, och utan orealiserade vinster och förluster.",
    "Net result without realised gains, with exemptions, and without unrealised gains and losses.",
)
_adjusted = partial(Formula, target="result_after_adjustments", start="net_result")
RESULT_AFTER_ADJUSTMENTS: Final = (
    _adjusted("ÅRB-0", 1998, 2012, _NO_FORMULA, _OWN, certainty=Certainty.INFERENCE, own_rows=True),
    _adjusted("ÅRB-1", 2013, 2018, _KRL, _WITHOUT_LOSSES, terms=_TERMS_2013),
    _adjusted("ÅRB-2", 2019, 2023, _LKBR, _WITHOUT_UNREALISED, terms=_TERMS_2019),
    _adjusted("ÅRB-2", 2024, None, _LKBR_2024, _WITHOUT_UNREALISED, terms=_TERMS_2019),
)
"""Årets resultat efter balanskravsjusteringar (ÅRB), from årets resultat. The list of terms is closed from 2013."""

_AS_ADJUSTED: Final = Bilingual(
    "Resultatet efter egna justeringar är det som ska vara i balans.",
    "The result after own adjustments is the one to be in balance.",
)
_WITH_RUR: Final = Bilingual(
    "Resultatet efter justeringar, ändrat med reservering till och användning av resultatutjämningsreserven.",
    "The adjusted result, changed by allocation to and use of the equalisation reserve.",
)
_WITH_RER: Final = Bilingual(
    "Resultatet efter justeringar, ändrat med reservering till och användning av resultatreserven.",
    "The adjusted result, changed by allocation to and use of the result reserve.",
)
_balanced = partial(Formula, target="balance_requirement_result", start="result_after_adjustments")
_reserved = partial(_balanced, terms=(("reserve_allocated", -1), ("reserve_used", +1)))
BALANCE_REQUIREMENT_RESULT: Final = (
    _balanced("BKR-0", 1998, 2012, _NO_FORMULA, _AS_ADJUSTED, certainty=Certainty.INFERENCE),
    _reserved("BKR-1", 2013, 2018, _KRL, _WITH_RUR),
    _reserved("BKR-1", 2019, 2023, _LKBR, _WITH_RUR),
    _reserved("BKR-2", 2024, 2033, _LKBR_2024, _WITH_RER),
    _reserved("BKR-3", 2034, None, _LKBR_2024, _WITH_RER),
)
"""Årets balanskravsresultat (BKR): ÅRB less what is reserved to, plus what is used from, the year's reserve: RUR to
2023, RER from 2024.

To 2012 there was no such reserve and no formula; BKR-0 is our name for the result being the adjusted one.
"""

_AFTER_RUR: Final = Bilingual(
    "Används kvarvarande resultatutjämningsreserv redovisas även resultatet efter den användningen.",
    "Where what is left of the equalisation reserve is used, the result after that use is shown too.",
)
_OUR_NAME: Final = Bilingual(
    "Lagen kallar det ”årets resultat med justering för förändring av resultatutjämningsreserven”; radens namn här är "
    "vårt.",
    "The act calls it the net result of the year adjusted for the change of the equalisation reserve; the name of the "
    "row here is ours.",
)
RESULT_AFTER_EQUALISATION: Final = (
    Formula(
        "BKR-RUR",
        2024,
        2033,
        LKBR("p. 4", "2023:643"),
        _AFTER_RUR,
        practice=_OUR_NAME,
        target="balance_requirement_result_after_equalisation_reserve",
        start="balance_requirement_result",
        terms=(("equalisation_reserve_used", +1),),
    ),
)
"""The result beside it where what is left of RUR is used from 2024: shown too, by the transitional provision."""

_UNSETTLED: Final = Bilingual(
    "Vilket av de två resultaten som ska återställas när det är negativt är inte klarlagt.",
    "Which of the two results is to be restored when negative is not settled.",
)
DECISIVE_RESULT: Final = (
    Rule(
        "DEF-RESULT",
        2024,
        2033,
        KL_2017("11:12", "2018:600", verified=False),
        _UNSETTLED,
        certainty=Certainty.UNVERIFIED,
    ),
)
"""Which of the two results is to be restored when negative: the wording and the purpose point different ways."""

_MOVES: Final = Bilingual(
    "En öronmärkning flyttar mellan delar av eget kapital och rör inte resultatet.",
    "An earmark moves between parts of equity and does not touch the result.",
)
_DISCLOSED: Final = Bilingual(
    "Öronmärkning står utanför resultaten och redovisas som upplysning.",
    "Earmarks stand outside the results and are disclosed.",
)
EARMARK_DISCLOSURE: Final = (
    Rule("EM-2", 1998, 2012, None, _MOVES, certainty=Certainty.INFERENCE),
    Rule("EM-5", 2013, 2018, _KRL, _DISCLOSED, certainty=Certainty.INFERENCE),
    Rule("EM-5", 2019, 2023, _LKBR, _DISCLOSED, certainty=Certainty.INFERENCE),
    Rule("EM-5", 2024, None, _LKBR_2024, _DISCLOSED, certainty=Certainty.INFERENCE),
)
"""Earmarks (öronmärkning) stand outside the results: the statute's list of adjustments is closed and lacks them."""
