"""The results of the balanskravsutredning: which figures the statute adds and deducts, by fiscal year.

Signs are applied to positive magnitudes. Where a formula begins with a result, that result is signed.
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.law.citations import KL_1991, KL_2017, KRL, LKBR, Citation
from sifund_ledger.law.rules import Certainty, Formula, Rule

_NO_FORMULA: Final = Citation(KL_1991, 8, "4-5", amended_by="1997:615")
_KRL: Final = Citation(KRL, 4, "3 a", amended_by="2012:799")
_LKBR: Final = Citation(LKBR, 11, "10")
_LKBR_2024: Final = Citation(LKBR, 11, "10", amended_by="2023:643")
_RESERVE_TERMS: Final = (("reserve_allocated", -1), ("reserve_used", +1))
_TERMS_2019: Final = (
    ("realised_gains", -1),
    ("realised_gains_exempt", +1),
    ("realised_losses_exempt", +1),
    ("unrealised_gains", -1),
    ("unrealised_losses", +1),
    ("unrealised_gains_reversed", +1),
    ("unrealised_losses_reversed", -1),
)

RESULT_AFTER_ADJUSTMENTS: Final = (
    Formula(
        name="ÅRB-0",
        first_year=1998,
        last_year=2012,
        citation=_NO_FORMULA,
        certainty=Certainty.INFERENCE,
        sv="Ingen formel i lag: kommunens egna justeringar av årets resultat redovisas öppet.",
        en="No formula in the law: the municipality's own adjustments of the net result are shown openly.",
        target="result_after_adjustments",
        start="net_result",
        terms=(),
        own_rows=True,
    ),
    Formula(
        name="ÅRB-1",
        first_year=2013,
        last_year=2018,
        citation=_KRL,
        certainty=Certainty.STATUTE,
        sv="Årets resultat utan realisationsvinster, med undantag, och utan orealiserade förluster i värdepapper.",
        en="Net result without realised gains, with exemptions, and without unrealised losses on securities.",
        target="result_after_adjustments",
        start="net_result",
        terms=(
            ("realised_gains", -1),
            ("realised_gains_exempt", +1),
            ("realised_losses_exempt", +1),
            ("unrealised_losses", +1),
            ("unrealised_losses_reversed", -1),
        ),
    ),
    Formula(
        name="ÅRB-2",
        first_year=2019,
        last_year=2023,
        citation=_LKBR,
        certainty=Certainty.STATUTE,
        sv="Årets resultat utan realisationsvinster, med undantag, och utan orealiserade vinster och förluster.",
        en="Net result without realised gains, with exemptions, and without unrealised gains and losses.",
        target="result_after_adjustments",
        start="net_result",
        terms=_TERMS_2019,
    ),
    Formula(
        name="ÅRB-2",
        first_year=2024,
        last_year=None,
        citation=_LKBR_2024,
        certainty=Certainty.STATUTE,
        sv="Årets resultat utan realisationsvinster, med undantag, och utan orealiserade vinster och förluster.",
        en="Net result without realised gains, with exemptions, and without unrealised gains and losses.",
        target="result_after_adjustments",
        start="net_result",
        terms=_TERMS_2019,
    ),
)
"""Årets resultat efter balanskravsjusteringar (ÅRB), from årets resultat. The list of terms is closed from 2013."""

BALANCE_REQUIREMENT_RESULT: Final = (
    Formula(
        name="BKR-0",
        first_year=1998,
        last_year=2012,
        citation=_NO_FORMULA,
        certainty=Certainty.INFERENCE,
        sv="Resultatet efter egna justeringar är det som ska vara i balans.",
        en="The result after own adjustments is the one to be in balance.",
        target="balance_requirement_result",
        start="result_after_adjustments",
        terms=(),
    ),
    Formula(
        name="BKR-1",
        first_year=2013,
        last_year=2018,
        citation=_KRL,
        certainty=Certainty.STATUTE,
        sv="Resultatet efter justeringar, ändrat med reservering till och användning av resultatutjämningsreserven.",
        en="The adjusted result, changed by allocation to and use of the equalisation reserve.",
        target="balance_requirement_result",
        start="result_after_adjustments",
        terms=_RESERVE_TERMS,
    ),
    Formula(
        name="BKR-1",
        first_year=2019,
        last_year=2023,
        citation=_LKBR,
        certainty=Certainty.STATUTE,
        sv="Resultatet efter justeringar, ändrat med reservering till och användning av resultatutjämningsreserven.",
        en="The adjusted result, changed by allocation to and use of the equalisation reserve.",
        target="balance_requirement_result",
        start="result_after_adjustments",
        terms=_RESERVE_TERMS,
    ),
    Formula(
        name="BKR-2",
        first_year=2024,
        last_year=2033,
        citation=_LKBR_2024,
        certainty=Certainty.STATUTE,
        sv="Resultatet efter justeringar, ändrat med reservering till och användning av resultatreserven.",
        en="The adjusted result, changed by allocation to and use of the result reserve.",
        target="balance_requirement_result",
        start="result_after_adjustments",
        terms=_RESERVE_TERMS,
    ),
    Formula(
        name="BKR-3",
        first_year=2034,
        last_year=None,
        citation=_LKBR_2024,
        certainty=Certainty.STATUTE,
        sv="Resultatet efter justeringar, ändrat med reservering till och användning av resultatreserven.",
        en="The adjusted result, changed by allocation to and use of the result reserve.",
        target="balance_requirement_result",
        start="result_after_adjustments",
        terms=_RESERVE_TERMS,
    ),
)
"""Årets balanskravsresultat (BKR): ÅRB less what is reserved to, plus what is used from, the year's reserve: RUR to
2023, RER from 2024.

To 2012 there was no such reserve and no formula; BKR-0 is our name for the result being the adjusted one.
"""

RESULT_AFTER_EQUALISATION: Final = (
    Formula(
        name="BKR-RUR",
        first_year=2024,
        last_year=2033,
        citation=Citation(LKBR, 0, "4", amended_by="2023:643"),
        certainty=Certainty.STATUTE,
        sv="Används kvarvarande resultatutjämningsreserv redovisas även resultatet efter den användningen.",
        en="Where what is left of the equalisation reserve is used, the result after that use is told too.",
        target="balance_requirement_result_after_equalisation_reserve",
        start="balance_requirement_result",
        terms=(("equalisation_reserve_used", +1),),
    ),
)
"""The result beside it where what is left of RUR is used from 2024: told too, by the transitional provision."""

DECISIVE_RESULT: Final = (
    Rule(
        name="DEF-RESULT",
        first_year=2024,
        last_year=2033,
        citation=Citation(KL_2017, 11, "12"),
        certainty=Certainty.UNVERIFIED,
        sv="Vilket av de två resultaten som ska återställas när det är negativt är inte klarlagt.",
        en="Which of the two results is to be restored when negative is not settled.",
    ),
)
"""Which of the two results is to be restored when negative: the wording and the purpose point different ways."""

EARMARK_DISCLOSURE: Final = (
    Rule(
        name="EM-2",
        first_year=1998,
        last_year=2012,
        citation=None,
        certainty=Certainty.INFERENCE,
        sv="En öronmärkning flyttar mellan delar av eget kapital och rör inte resultatet.",
        en="An earmark moves between parts of equity and does not touch the result.",
    ),
    Rule(
        name="EM-5",
        first_year=2013,
        last_year=2018,
        citation=_KRL,
        certainty=Certainty.INFERENCE,
        sv="Öronmärkning står utanför resultaten och redovisas som upplysning.",
        en="Earmarks stand outside the results and are disclosed.",
    ),
    Rule(
        name="EM-5",
        first_year=2019,
        last_year=2023,
        citation=_LKBR,
        certainty=Certainty.INFERENCE,
        sv="Öronmärkning står utanför resultaten och redovisas som upplysning.",
        en="Earmarks stand outside the results and are disclosed.",
    ),
    Rule(
        name="EM-5",
        first_year=2024,
        last_year=None,
        citation=_LKBR_2024,
        certainty=Certainty.INFERENCE,
        sv="Öronmärkning står utanför resultaten och redovisas som upplysning.",
        en="Earmarks stand outside the results and are disclosed.",
    ),
)
"""Earmarks (öronmärkning) stand outside the results: the statute's list of adjustments is closed and lacks them."""
