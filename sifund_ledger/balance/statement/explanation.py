"""An amount explained (härledning), as a value and as text: rule, paragraph, terms, the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from moneyed import Money

from sifund_ledger.amounts import Language, Unit, decimals_needed, format_amount
from sifund_ledger.money import from_ore

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "rule": ("regel", "rule"),
    "records": ("poster i journalen", "records of the journal"),
    "ground": ("skäl", "ground"),
    "earmark": ("vilar på", "rests on"),
    "deficit": ("underskott från", "deficit of"),
    "stated": ("uppgift för året", "figure stated for the year"),
    "sign_turned": ("summan med omvänt tecken", "the sum with its sign turned"),
    "own_layout": ("egen uppställning", "own layout"),
    "reserve_flow": ("Tak för reservering, årets resultat", "Ceiling of an allocation, the year's result"),
    "reserve_stock": ("Tak för reservering, reservens storlek", "Ceiling of an allocation, the reserve's size"),
    "reserve_proposed": ("Föreslagen reservering", "Proposed allocation"),
    "equalisation_reserve": ("Resultatutjämningsreserv vid årets slut", "Equalisation reserve at the year's end"),
    "result_reserve": ("Resultatreserv vid årets slut", "Result reserve at the year's end"),
    "lower": ("Det lägsta av årets resultat och resultatet efter justeringar", "The lower of the two results"),
    "share": ("{share} % av skatter, generella statsbidrag och utjämning", "{share} % of taxes and general grants"),
    "opening": ("Reservens ingående balans", "The reserve's opening balance"),
    "allocated": ("Reserverat under året", "Set aside during the year"),
    "used": ("Använt under året", "Used during the year"),
    "dissolved": ("Upplöst i övrigt eget kapital", "Dissolved into other equity"),
    "least": ("Det lägsta av taken", "The lower of the ceilings"),
    "others": ("Underskott och öronmärkning som går före", "Deficits and set-asides that come first"),
    "nothing_left": ("inget utrymme återstår", "no room is left"),
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """An amount explained (härledning): what it is, by which rule, and the signed terms that it is made of.

    ``ore`` is the amount in öre as the statement has it; ``terms`` pairs a sign (+1 or −1) with what is added or
    deducted, and their signed sum is ``ore``; that of ``to_restore`` is ``−ore``. An amount without terms is stated
    by the municipality; ``records`` are the journal's sequence numbers that it comes from, where there is a book.
    ``str()`` is the text.
    """

    code: str
    year: int
    label: str
    ore: int
    unit: Unit
    language: Language
    rule: str = ""
    citation: str = ""
    terms: tuple[tuple[int, Explanation], ...] = ()
    records: tuple[int, ...] = ()
    note: str = ""

    @property
    def amount(self) -> Money:
        """The amount in kronor, signed as in the statement."""
        return from_ore(self.ore)

    def _all_ore(self) -> Iterator[int]:
        yield self.ore
        for _, term in self.terms:
            yield from term._all_ore()

    def __str__(self) -> str:
        places = decimals_needed(list(self._all_ore()), self.unit)
        return "\n".join(self._text(0, "", places))

    def _text(self, depth: int, sign: str, places: int) -> Iterator[str]:
        margin = "  " * depth
        head = f"{self.label} {self.year}" if not depth else self.label
        yield f"{margin}{sign}{head}: {format_amount(self.ore, self.unit, places)} {self.unit}"
        about = ", ".join(part for part in (self._rule_text(), self.note) if part)
        if about:
            yield f"{margin}    {about}"
        if self.records:
            yield f"{margin}    {word('records', self.language)}: {', '.join(map(str, self.records))}"
        for factor, term in self.terms:
            yield from term._text(depth + 1, "+ " if factor > 0 else "\u2212 ", places)

    def _rule_text(self) -> str:
        if not self.rule:
            return self.citation
        text = f"{word('rule', self.language)} {self.rule}"
        return f"{text}, {self.citation}" if self.citation else text


def word(key: str, language: Language) -> str:
    """A word of the explanations, in Swedish or English."""
    return _WORDS[key][0 if language == "sv" else 1]
