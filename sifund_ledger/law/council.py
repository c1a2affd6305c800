"""Who decides, and what a court may try (beslutsrätt, laglighetsprövning), by fiscal year."""

from __future__ import annotations

from typing import Final

from sifund_ledger.citations import KL_1991, KL_2017
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.rules import Certainty, Rule

_COUNCIL: Final = Bilingual(
    "Fullmäktige beslutar om budget, årsredovisning, reserver, öronmärkning och synnerliga skäl.",
    "The council decides on budget, annual report, reserves, earmarks and exceptional grounds.",
)
_DEFICITS: Final = Bilingual(
    "Domstol prövar bara delvis beslut om underskott och synnerliga skäl.",
    "A court tries decisions on deficits and exceptional grounds only in part.",
)
_REVIEW: Final = Bilingual(
    "Domstol prövar reservering fullt ut, men bara delvis användning, underskott och synnerliga skäl.",
    "A court tries allocations in full, but use, deficits and exceptional grounds only in part.",
)

AUTHORITY: Final = (
    Rule("AUTH", 1998, 2017, KL_1991("3:9-10"), _COUNCIL),
    Rule("AUTH", 2018, 2019, KL_2017("5:1-2"), _COUNCIL),
    Rule("AUTH", 2020, None, KL_2017("5:1-2", "2019:835"), _COUNCIL),
)
"""Matters of principle are the council's, and are not delegated."""

REVIEW: Final = (
    Rule("REVIEW", 1998, 2004, KL_1991("10:8", "1997:615"), _DEFICITS, certainty=Certainty.INFERENCE),
    Rule("REVIEW", 2005, 2012, KL_1991("10:8", "2004:775"), _DEFICITS, certainty=Certainty.SECONDARY),
    Rule("REVIEW", 2013, 2017, KL_1991("10:8", "2012:800"), _REVIEW),
    Rule("REVIEW", 2018, 2023, KL_2017("13:8"), _REVIEW),
    Rule("REVIEW", 2024, None, KL_2017("13:8", "2023:642"), _REVIEW),
)
"""Why the ceilings of an allocation are hard limits here, while use and grounds give warnings."""
