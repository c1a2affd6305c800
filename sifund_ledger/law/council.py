"""Who decides, and what a court may try (beslutsrätt, laglighetsprövning), by fiscal year."""

from __future__ import annotations

from typing import Final

from sifund_ledger.law.citations import KL_1991, KL_2017, Citation
from sifund_ledger.law.rules import Certainty, Rule

_COUNCIL_SV: Final = "Fullmäktige beslutar om budget, årsredovisning, reserver, öronmärkning och synnerliga skäl."
_COUNCIL_EN: Final = "The council decides on budget, annual report, reserves, earmarks and exceptional grounds."
_REVIEW_SV: Final = "Reservering prövas fullt ut av domstol; användning, underskott och synnerliga skäl bara delvis."
_REVIEW_EN: Final = "A court tries allocations in full; use, deficits and exceptional grounds only in part."

AUTHORITY: Final = (
    Rule(
        name="AUTH",
        first_year=1998,
        last_year=2017,
        citation=Citation(KL_1991, 3, "9"),
        certainty=Certainty.UNVERIFIED,
        sv=_COUNCIL_SV,
        en=_COUNCIL_EN,
    ),
    Rule(
        name="AUTH",
        first_year=2018,
        last_year=None,
        citation=Citation(KL_2017, 5, "1-2"),
        certainty=Certainty.STATUTE,
        sv=_COUNCIL_SV,
        en=_COUNCIL_EN,
    ),
)
"""Matters of principle are the council's, and are not delegated. The paragraph before 2018 is from memory."""

REVIEW: Final = (
    Rule(
        name="REVIEW",
        first_year=2005,
        last_year=2012,
        citation=Citation(KL_1991, 10, "8", amended_by="2004:775"),
        certainty=Certainty.SECONDARY,
        sv="Beslut om underskott och synnerliga skäl prövas bara delvis av domstol.",
        en="Decisions on deficits and exceptional grounds are tried only in part by a court.",
    ),
    Rule(
        name="REVIEW",
        first_year=2013,
        last_year=2017,
        citation=Citation(KL_1991, 10, "8", amended_by="2012:800"),
        certainty=Certainty.STATUTE,
        sv=_REVIEW_SV,
        en=_REVIEW_EN,
    ),
    Rule(
        name="REVIEW",
        first_year=2018,
        last_year=2023,
        citation=Citation(KL_2017, 13, "8"),
        certainty=Certainty.STATUTE,
        sv=_REVIEW_SV,
        en=_REVIEW_EN,
    ),
    Rule(
        name="REVIEW",
        first_year=2024,
        last_year=None,
        citation=Citation(KL_2017, 13, "8", amended_by="2023:642"),
        certainty=Certainty.STATUTE,
        sv=_REVIEW_SV,
        en=_REVIEW_EN,
    ),
)
"""Why the ceilings of an allocation are hard limits here, while use and grounds give warnings."""
