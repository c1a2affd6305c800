"""Rules with dates: each a value that says for which fiscal years it holds, where it stands and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from sifund_ledger.amounts import Language
from sifund_ledger.citations import Citation, Citations
from sifund_ledger.errors import ConflictingLaw, NoLawInForce
from sifund_ledger.findings import Bilingual

CONSOLIDATED_TO: Final = date(2026, 4, 27)
"""The day to which the texts that the rules were checked against are consolidated."""


class Certainty(StrEnum):
    """How a rule is known (säkerhet): the statute was read, a secondary source was, it is inferred, or from memory."""

    STATUTE = "S"
    SECONDARY = "2"
    INFERENCE = "I"
    UNVERIFIED = "UNVERIFIED"

    def words(self, language: Language) -> str:
        """How a rule is known, spelled out.

        >>> Certainty.UNVERIFIED.words("sv"), Certainty.STATUTE.words("en")
        ('ej kontrollerat mot lagtexten', 'the statute has been read')
        """
        return _KNOWN[self].words(language)


_KNOWN: Final = {
    Certainty.STATUTE: Bilingual("lagtexten är läst", "the statute has been read"),
    Certainty.SECONDARY: Bilingual("en andrahandskälla är läst, inte lagtexten", "a secondary source has been read"),
    Certainty.INFERENCE: Bilingual("slutsats ur lagtexten eller god sed", "inferred from the statute or good practice"),
    Certainty.UNVERIFIED: Bilingual("ej kontrollerat mot lagtexten", "not verified against the statute"),
}


@dataclass(frozen=True, slots=True)
class Dated:
    """Anything that applies from a first to a last fiscal year; ``None`` is until further notice."""

    name: str
    first_year: int
    last_year: int | None

    @property
    def span(self) -> str:
        """The fiscal years, first to last.

        >>> from sifund_ledger.law import rule_of
        >>> rule_of("BKR-2", 2024).span, rule_of("DIS-1", 2033).span, rule_of("BKR-3", 2034).span
        ('2024–2033', '2033', '2034–')
        """
        if self.first_year == self.last_year:
            return str(self.first_year)
        return f"{self.first_year}–{self.last_year or ''}"


D = TypeVar("D", bound=Dated)
SIGNS: Final = {1: "+", -1: "−"}


@dataclass(frozen=True, slots=True)
class Rule(Dated):
    """One version of a rule (regel): its name, its fiscal years, where it stands, how sure it is, when checked.

    ``text`` says what it asks, in our words. A rule whose wording stays but moves to another act has one version for
    each act, under the same name. ``citation`` is ``None`` where no statute has the rule; ``also`` is a second place.
    ``practice`` is what goes with the rule by practice or in our words, and stands in no paragraph.
    """

    citation: Citation | None
    text: Bilingual
    certainty: Certainty = field(default=Certainty.STATUTE, kw_only=True)
    checked_on: date = field(default=CONSOLIDATED_TO, kw_only=True)
    also: Citation | None = field(default=None, kw_only=True)
    practice: Bilingual | None = field(default=None, kw_only=True)

    def words(self, language: Language = "sv") -> str:
        """What the rule asks, in Swedish or English."""
        return self.text.words(language)

    @property
    def sfs(self) -> str:
        """The SFS number of the act with this wording, empty where there is none."""
        return self.citation.sfs if self.citation else ""

    @property
    def in_force_from(self) -> date | None:
        """The day the wording came into force; ``None`` where no statute has the rule."""
        return self.citation.in_force_from if self.citation else None

    @property
    def places(self) -> Citations:
        """Every place in the statutes; none where no statute has the rule."""
        return Citations(tuple(place for place in (self.citation, self.also) if place is not None))

    @property
    def cited(self) -> str:
        """The places in the statutes as text, empty where there is none.

        >>> from sifund_ledger.law import rule_of
        >>> rule_of("BUD-4", 2024).cited
        'KL (2017:725) 11:5, 2023:642 p. 4'
        """
        return self.places.words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula(Rule):
    """A sum that the statute prescribes (formel): it begins with one amount and adds signed terms to it.

    ``target`` and ``start`` are line codes; the keys of ``terms`` are those of the figures file, whose magnitudes
    are positive. ``own_rows`` says that the municipality's own rows are terms too (to 2012, where no formula was).
    """

    target: str
    start: str
    terms: tuple[tuple[str, int], ...] = ()
    own_rows: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The figures that the formula adds or deducts."""
        return tuple(key for key, _ in self.terms)

    def __str__(self) -> str:
        """The sum in the keys of the figures file.

        >>> from sifund_ledger.law import rule_of
        >>> print(rule_of("BKR-1", 2014))
        balance_requirement_result = result_after_adjustments − reserve_allocated + reserve_used
        """
        terms = "".join(f" {SIGNS[sign]} {key}" for key, sign in self.terms)
        return f"{self.target} = {self.start}{terms}{' ± other_adjustments' if self.own_rows else ''}"


def in_force(rules: Iterable[D], year: int, called: str = "") -> D:
    """The one version that holds for a fiscal year (gällande lydelse); ``called`` names the rule in errors.

    Raises :class:`~sifund_ledger.errors.NoLawInForce` where none does, and
    :class:`~sifund_ledger.errors.ConflictingLaw` where several do.

    >>> from sifund_ledger.law.result import BALANCE_REQUIREMENT_RESULT
    >>> print(in_force(BALANCE_REQUIREMENT_RESULT, 2014).citation)
    KRL (1997:614) 4:3 a
    """
    versions = tuple(rules)
    found = [rule for rule in versions if holds(rule, year)]
    if len(found) == 1:
        return found[0]
    names = called or ", ".join(dict.fromkeys(rule.name for rule in versions))
    if not found:
        raise NoLawInForce(f"none of {names} holds for the fiscal year {year}")
    raise ConflictingLaw(f"{len(found)} versions of {names} hold for the fiscal year {year}")


def holds(rule: Dated, year: int) -> bool:
    """Whether a rule holds for a fiscal year.

    >>> from sifund_ledger.law.result import BALANCE_REQUIREMENT_RESULT
    >>> [holds(rule, 2013) for rule in BALANCE_REQUIREMENT_RESULT]
    [False, True, False, False, False]
    """
    return rule.first_year <= year and (rule.last_year is None or year <= rule.last_year)


@dataclass(frozen=True, slots=True)
class _Wordings(Citations):
    """The places of a rule over the years, the newest of them where no year is asked for."""

    rules: tuple[Rule, ...]

    def in_year(self, year: int) -> Citations | None:
        """The places of the first of the rules that holds for a fiscal year."""
        return next((rule.places for rule in self.rules if holds(rule, year) and rule.places), None)


def wordings(*tables: tuple[Rule, ...]) -> Citations:
    """What a finding cites that rests on rules: the paragraph that has the first of them in the finding's year.

    >>> from sifund_ledger.law.deficits import DEFICITS
    >>> print(wordings(DEFICITS).in_year(2004), wordings(DEFICITS).in_year(2018), sep="; ")
    KL (1991:900) 8:5; KL (2017:725) 11:12
    """
    newest = tables[0][-1].citation
    return _Wordings((newest,) if newest else (), tuple(rule for table in tables for rule in table))
