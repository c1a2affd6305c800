"""Statutes and the places in them that a rule rests on (lagrum)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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

    ``amended_by`` is the SFS number of the act that gave the paragraph the wording meant; it is printed only where the
    place is one of that act's transitional provisions (övergångsbestämmelser), which have chapter 0.

    >>> print(Citation(KRL, 4, "3 a", amended_by="2012:799"))
    KRL (1997:614) 4:3 a
    >>> print(Citation(KL_2017, 0, "3", amended_by="2023:642"))
    KL (2017:725), 2023:642 p. 3
    """

    statute: Statute
    chapter: int
    paragraph: str
    amended_by: str = ""

    def __str__(self) -> str:
        if not self.chapter:
            return f"{self.statute}, {self.amended_by} p. {self.paragraph}"
        return f"{self.statute} {self.chapter}:{self.paragraph}"

    @property
    def sfs(self) -> str:
        """The SFS number of the act that gave the place its wording."""
        return self.amended_by or self.statute.sfs

    @property
    def in_force_from(self) -> date:
        """The day the wording came into force (ikraftträdande).

        >>> Citation(KL_2017, 11, "14", amended_by="2023:642").in_force_from
        datetime.date(2024, 1, 1)
        """
        return IN_FORCE_FROM[self.sfs]


KL_1991: Final = Statute("KL", "Kommunallag", "1991:900")
KL_2017: Final = Statute("KL", "Kommunallag", "2017:725")
KRL: Final = Statute("KRL", "Lag om kommunal redovisning", "1997:614")
LKBR: Final = Statute("LKBR", "Lag om kommunal bokföring och redovisning", "2018:597")
IN_FORCE_FROM: Final = {
    "1991:900": date(1992, 1, 1),
    "1997:614": date(1998, 1, 1),
    "1997:615": date(1998, 1, 1),
    "2004:775": date(2004, 12, 1),
    "2012:799": date(2013, 1, 1),
    "2012:800": date(2013, 1, 1),
    "2017:725": date(2018, 1, 1),
    "2018:597": date(2019, 1, 1),
    "2018:600": date(2019, 1, 1),
    "2023:642": date(2024, 1, 1),
    "2023:643": date(2024, 1, 1),
}
"""The day each act came into force, by SFS number."""
