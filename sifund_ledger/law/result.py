"""The results of the balanskravsutredning: which figures the statute adds and deducts, by fiscal year.

Signs are applied to positive magnitudes. Where a formula begins with a result, that result is signed.
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.law.citations import KL_1991, KRL, LKBR, Citation
from sifund_ledger.law.rules import Certainty, Formula, Rule

_NO_FORMULA: Final = Citation(KL_1991, 8, "4-5", amended_by="1997:615")
_KRL: Final = Citation(KRL, 4, "3 a", amended_by="2012:799")
_LKBR: Final = Citation(LKBR, 11, "10")
_RESERVE_TERMS: Final = (("reserve_allocated", -1), ("reserve_used", +1))

RESULT_AFTER_ADJUSTMENTS: Final = (
    Formula(
        name="ÅRB-0",
        first_year=1998,
        last_year=2012,
        citation=_NO_FORMULA,
        certainty=Certainty.INFERENCE,
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
        last_year=None,
        citation=_LKBR,
        certainty=Certainty.STATUTE,
        target="result_after_adjustments",
        start="net_result",
        terms=(
            ("realised_gains", -1),
            ("realised_gains_exempt", +1),
            ("realised_losses_exempt", +1),
            ("unrealised_gains", -1),
            ("unrealised_losses", +1),
            ("unrealised_gains_reversed", +1),
            ("unrealised_losses_reversed", -1),
        ),
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
        target="balance_requirement_result",
        start="result_after_adjustments",
        terms=_RESERVE_TERMS,
    ),
)
"""Årets balanskravsresultat (BKR): ÅRB less what is reserved to, plus what is used from, resultatutjämningsreserven.

To 2012 there was no such reserve and no formula; BKR-0 is our name for the result being the adjusted one.
"""

EARMARK_DISCLOSURE: Final = (
    Rule(name="EM-2", first_year=1998, last_year=2012, citation=None, certainty=Certainty.INFERENCE),
    Rule(name="EM-5", first_year=2013, last_year=2018, citation=_KRL, certainty=Certainty.INFERENCE),
    Rule(name="EM-5", first_year=2019, last_year=None, citation=_LKBR, certainty=Certainty.INFERENCE),
)
"""Earmarks (öronmärkning) stand outside the results: the statute's list of adjustments is closed and lacks them."""
