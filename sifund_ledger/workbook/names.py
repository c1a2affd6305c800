"""The names of sheets (bladnamn): what spreadsheet programs allow, and each once."""

from __future__ import annotations

import re
from typing import Final

from sifund_ledger.written import on_one_line

_LONGEST: Final = 31
"""UTF-16 units in the name of a sheet."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\'\t]+")
_RESERVED: Final = "history"


class SheetNames:
    """The names given so far in a workbook; upper and lower case are the same to a spreadsheet program."""

    def __init__(self, nameless: str) -> None:
        self._given: set[str] = {_RESERVED}
        self._nameless = nameless

    def name(self, wanted: str) -> str:
        """A name like the one wanted, that is allowed and not given yet.

        >>> names = SheetNames("Blad")
        >>> names.name("Not: eget kapital [tkr]"), names.name("NOT eget kapital tkr"), names.name("=1+1")
        ('Not eget kapital tkr', 'NOT eget kapital tkr (2)', '=1+1')
        """
        cleaned = " ".join(_FORBIDDEN.sub(" ", on_one_line(wanted)).split()) or self._nameless
        name, number = _cut(cleaned, _LONGEST), 1
        while name.casefold() in self._given:
            number += 1
            behind = f" ({number})"
            name = _cut(cleaned, _LONGEST - len(behind)) + behind
        self._given.add(name.casefold())
        return name


def _cut(text: str, units: int) -> str:
    """As much of a text as fits, by UTF-16 units, with a mark where it was cut."""
    if _units(text) <= units:
        return text
    kept = ""
    for character in text:
        if _units(kept + character) > units - 1:
            break
        kept += character
    return f"{kept.rstrip()}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def quoted(name: str) -> str:
    """A sheet's name as formulas and links have it; it has no apostrophe itself."""
    return f"'{name}'"
