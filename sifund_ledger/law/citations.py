"""Statutes and the places in them that a rule rests on (lagrum)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Statute:
    """An act (lag): the short name it goes by, its title, and its number in Svensk författningssamling (SFS).

    >>> print(KL_1991)
    KL (1991:900)
    """

    short: str
    title: str
    sfs: str

    def __str__(self) -> str:
        return f"{self.short} ({self.sfs})"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an act (lagrum): chapter and paragraph as Swedish texts cite them.

    ``amended_by`` is the SFS number of the act that gave the paragraph the wording meant; it is not printed.

    >>> print(Citation(KRL, 4, "3 a", amended_by="2012:799"))
    KRL (1997:614) 4:3 a
    """

    statute: Statute
    chapter: int
    paragraph: str
    amended_by: str = ""

    def __str__(self) -> str:
        return f"{self.statute} {self.chapter}:{self.paragraph}"


KL_1991: Final = Statute("KL", "Kommunallag", "1991:900")
KL_2017: Final = Statute("KL", "Kommunallag", "2017:725")
KRL: Final = Statute("KRL", "Lag om kommunal redovisning", "1997:614")
LKBR: Final = Statute("LKBR", "Lag om kommunal bokföring och redovisning", "2018:597")
