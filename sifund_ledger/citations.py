"""Where a rule stands (lagrum): acts and other sources, the places in them, and what an older act had instead.

Calling a source cites a place in it: ``KL("11:12")``. A finding names the newest act; :meth:`Citation.in_year` gives
the paragraph of the act in force in a fiscal year. A new act goes into ``IN_FORCE_FROM`` and becomes a source; what
findings cite of it gets a line in ``_EARLIER``, but only where the older text has been read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sifund_ledger.amounts import Language

IN_FORCE_FROM: Final = {
    "1991:900": date(1992, 1, 1),
    "1997:614": date(1998, 1, 1),
    "1997:615": date(1998, 1, 1),
    "1999:308": date(1999, 10, 1),
    "1999:621": date(2000, 1, 1),
    "2000:890": date(2001, 1, 1),
    "2004:775": date(2004, 12, 1),
    "2004:776": date(2004, 12, 1),
    "2012:799": date(2013, 1, 1),
    "2012:800": date(2013, 1, 1),
    "2014:568": date(2015, 1, 1),
    "2017:725": date(2018, 1, 1),
    "2017:739": date(2018, 1, 1),
    "2018:597": date(2019, 1, 1),
    "2018:600": date(2019, 1, 1),
    "2019:835": date(2020, 1, 1),
    "2019:986": date(2020, 1, 1),
    "2023:642": date(2024, 1, 1),
    "2023:643": date(2024, 1, 1),
    "2024:345": date(2024, 7, 1),
}
"""The day each act came into force, by its number in Svensk författningssamling (SFS)."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a rule may rest on: an act (lag) with its SFS number, or a standard, which has none.

    >>> print(KL_1991, SIE_5)
    KL (1991:900) SIE 5
    """

    short: str
    title: str
    sfs: str = ""

    def __call__(self, place: str = "", amended_by: str = "", *, verified: bool = True) -> Citation:
        """A place in the source."""
        return Citation(self, place, amended_by, verified)

    def __str__(self) -> str:
        return f"{self.short} ({self.sfs})" if self.sfs else self.short


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source (lagrum): chapter and paragraph as Swedish texts cite them.

    ``amended_by`` is the SFS number of the act that gave the paragraph its wording. It is printed only where the place
    begins with ``p.``, one of that act's transitional provisions (övergångsbestämmelser). ``verified`` is false for a
    place that is known from memory, or whose meaning is not settled; a finding says so.

    >>> print(KRL("4:3 a", "2012:799"), KL("p. 3", "2023:642"), sep="; ")
    KRL (1997:614) 4:3 a; KL (2017:725), 2023:642 p. 3
    """

    source: Source
    place: str = ""
    amended_by: str = ""
    verified: bool = True

    def __str__(self) -> str:
        return f"{self.source}{self.within}"

    def __add__(self, other: Citation) -> Citations:
        return Citations((self, other))

    @property
    def places(self) -> tuple[Citation, ...]:
        """Itself alone, as :class:`Citations` has several."""
        return (self,)

    @property
    def within(self) -> str:
        """The place as it follows the source's name."""
        if self.place.startswith("p. "):
            return f", {self.amended_by} {self.place}"
        return f" {self.place}" if self.place else ""

    def words(self, language: Language | None = None) -> str:
        """The place as text, marked in a language where it is not verified; without a language, unmarked.

        >>> KL_1991("3:9", verified=False).words("sv")
        'KL (1991:900) 3:9, ej kontrollerat mot lagtexten'
        """
        if self.verified or language is None:
            return str(self)
        return f"{self}, {'ej kontrollerat mot lagtexten' if language == 'sv' else 'UNVERIFIED'}"

    @property
    def sfs(self) -> str:
        """The SFS number of the act that gave the place its wording; empty for a standard."""
        return self.amended_by or self.source.sfs

    @property
    def in_force_from(self) -> date:
        """The day the wording came into force (ikraftträdande).

        >>> KL("11:14", "2023:642").in_force_from
        datetime.date(2024, 1, 1)
        """
        return IN_FORCE_FROM[self.sfs]

    def in_year(self, year: int) -> Citation | None:
        """The place in the act that was in force in a fiscal year; ``None`` where the older paragraph is not known.

        Raises ``TypeError`` for anything but a whole number.

        >>> print(KL("11:12").in_year(2018), KL("11:12").in_year(2012), KL("11:12").in_year(2004), sep="; ")
        KL (2017:725) 11:12; KL (1991:900) 8:5 a; KL (1991:900) 8:5
        >>> LKBR("4:4").in_year(2018)
        """
        if type(year) is not int:
            raise TypeError("a fiscal year is a whole number")
        if not self.source.sfs or year >= IN_FORCE_FROM[self.source.sfs].year:
            return self
        found = [place for first, place in _EARLIER.get(self, ()) if first <= year]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Citations:
    """Several places, each source named once.

    >>> print(KL("5:1") + KL("13:5") + LKBR("11:11"))
    KL (2017:725) 5:1, 13:5; LKBR (2018:597) 11:11
    """

    places: tuple[Citation, ...]

    def __str__(self) -> str:
        return self.words("en")

    def __bool__(self) -> bool:
        return bool(self.places)

    def __add__(self, other: Citation) -> Citations:
        return Citations((*self.places, other))

    def words(self, language: Language | None = None) -> str:
        """The places as text, marked in a language where one is not verified."""
        by_source: dict[str, str] = {}
        for place in self.places:
            text, source = place.words(language), str(place.source)
            more = text.removeprefix(source).removeprefix(",")
            by_source[source] = f"{by_source[source]},{more}" if source in by_source else text
        return "; ".join(by_source.values())

    def in_year(self, year: int) -> Citations | None:
        """The places in the acts in force in a fiscal year, as far as they are known; ``None`` where none is."""
        found = tuple(dict.fromkeys(place for each in self.places if (place := each.in_year(year)) is not None))
        return Citations(found) if found else None


KL_1991: Final = Source("KL", "Kommunallag", "1991:900")
KL = KL_2017 = Source("KL", "Kommunallag", "2017:725")
KRL: Final = Source("KRL", "Lag om kommunal redovisning", "1997:614")
LKBR: Final = Source("LKBR", "Lag om kommunal bokföring och redovisning", "2018:597")
SIE_4B: Final = Source("SIE 4B", "SIE filformat, utgåva 4B")
SIE_5: Final = Source("SIE 5", "SIE filformat, version 5")

_EARLIER: Final[dict[Citation, tuple[tuple[int, Citation], ...]]] = {
    KL("5:1"): ((1998, KL_1991("3:9")),),
    KL("5:1-2"): ((1998, KL_1991("3:9-10")),),
    KL("9:9"): ((1998, KL_1991("8:21")),),
    KL("11:1"): ((1998, KL_1991("8:1")),),
    KL("11:6"): ((2005, KL_1991("8:5")),),
    KL("11:12"): ((1998, KL_1991("8:5")), (2005, KL_1991("8:5 a"))),
    KL("11:13"): ((1998, KL_1991("8:5")), (2005, KL_1991("8:5 b"))),
    KL("11:14"): ((2010, KL_1991("p. 2", "2012:800")), (2013, KL_1991("8:3 d"))),
    KL("11:15"): ((1998, KL_1991("8:12")),),
    KL("11:20-21"): ((2000, KL_1991("8:17-18")),),
    KL("13:5"): ((1998, KL_1991("10:6")),),
    LKBR("3:3"): ((2001, KRL("2:3")),),
    LKBR("3:5"): ((2001, KRL("2:3")),),
    LKBR("3:7"): ((2001, KRL("2:6")),),
    LKBR("3:9"): ((2001, KRL("2:4-5")),),
    LKBR("3:12"): ((2001, KRL("2:10")),),
    LKBR("3:13"): ((2001, KRL("2:11")),),
    LKBR("6:2"): ((2013, KRL("5:2")),),
    LKBR("6:2-3"): ((2013, KRL("5:2-3")),),
    LKBR("11:10"): ((2013, KRL("4:3 a")),),
    LKBR("11:11"): ((2000, KRL("4:4")),),
}
"""What an older act had instead, each from the fiscal year in which it had that content and number.

Read in the last wording of KL 1991:900 and KRL 1997:614; the years are those of the acts that gave a paragraph its
number or wording, as the text marks them. LKBR 4:4 and 9:3 have nothing that answers to them in KRL.
"""
