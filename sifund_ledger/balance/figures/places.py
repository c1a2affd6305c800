"""Places among the figures in words (plats i uppgifterna): ``2018.equity`` reads ``2018, eget kapital``."""

from __future__ import annotations

import re
from typing import Final

from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS, OwnRow
from sifund_ledger.balance.figures.year_figures import OpeningDeficit, year_fields
from sifund_ledger.fields.declared import fields_of
from sifund_ledger.findings import Bilingual, Finding, Place

_PLACE: Final = re.compile(r"(?:(?P<group>opening_deficits)\.)?(?P<year>\d{4})(?:\.(?P<within>.+))?", re.DOTALL)
_PART: Final = re.compile(r"(?P<name>\w+)(?:\[(?P<number>\d+)\])?")
_OF_YEAR: Final = re.compile(r"\.(\d{4})\b")
_SHORT: Final = re.compile(r"\b(rur|rer)\b")
_CALLED: Final = {
    "opening_deficits": Bilingual("ingående underskott", "opening deficits"),
    "deficits": Bilingual("underskott", "deficits"),
    "corrected": Bilingual("rättat", "corrected"),
    "equalisation_reserve": Bilingual("resultatutjämningsreserv", "equalisation reserve"),
    "result_reserve": Bilingual("resultatreserv", "result reserve"),
    "opening_equity": Bilingual("ingående eget kapital", "opening equity"),
    "closing_equity": Bilingual("utgående eget kapital", "closing equity"),
}
"""What findings are about that is no figure of a year."""


def _spoken(key: str) -> str:
    """A key of a figures file as it is said."""
    return _SHORT.sub(lambda found: found[0].upper(), key.replace("_", " "))


_FIELDS: Final = (*year_fields(), *GROUND_FIELDS, *fields_of(OwnRow), *fields_of(OpeningDeficit))
_WORDS: Final = {
    **{each.name: Bilingual(*map(_spoken, each.words)) for each in _FIELDS[::-1]},
    **_CALLED,
}


def placed_in_words(finding: Finding) -> Finding:
    """The finding, its place in words where that is a year and a figure; any other place stays.

    >>> from sifund_ledger.balance.figures.findings import NO_YEARS
    >>> placed_in_words(NO_YEARS.at("2014.exceptional_grounds[1].due_year")).placed("sv")
    '2014, synnerliga skäl 1, slutår'
    >>> placed_in_words(NO_YEARS.at("2014.deficits.2012")).placed("sv")
    '2014, underskott 2012'
    >>> [placed_in_words(NO_YEARS.at(place)).placed("en") for place in ("opening_deficits.2012", "f.toml:4")]
    ['opening deficits 2012', 'f.toml:4']
    """
    found = _PLACE.fullmatch(finding.place)
    if found is None or isinstance(finding.place, Place):
        return finding
    within = _OF_YEAR.sub(r"[\1]", (found["within"] or "").removeprefix("reserves.")).split(".")
    if within[0] and _said(within[0]) is None:  # a file, 2014.se, or what somebody has named
        return finding
    first = f"{found['group']}[{found['year']}]" if found["group"] else found["year"]
    parts = [part for part in (first, *within) if part]
    said = zip(*(_said(part) or (part, part) for part in parts), strict=True)
    return finding.at_place(Place(finding.place, Bilingual(*map(", ".join, said))))


def _said(part: str) -> Bilingual | None:
    """A part of a place in words, if it is one that has words."""
    found = _PART.fullmatch(part)
    words = _WORDS.get(found["name"]) if found else None
    if found is None or words is None:
        return None
    return Bilingual(*(f"{word} {found['number']}" if found["number"] else word for word in words))
