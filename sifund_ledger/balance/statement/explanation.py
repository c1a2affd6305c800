"""An amount explained (härledning), as a value and as text: rule, paragraph, terms, the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sifund_ledger.amounts import Language, Unit, decimals_needed, format_amount
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, text
from sifund_ledger.money import InKronor
from sifund_ledger.table import LABEL, Row, Table

EXPLAINED: Final = {
    "rule": Bilingual("regel", "rule"),
    "records": Bilingual("poster i journalen", "records of the journal"),
    "ground": Bilingual("skäl, underskott från {year}", "ground, deficit of {year}"),
    "earmark": Bilingual("vilar på", "rests on"),
    "deficit": Bilingual("underskott från {year}", "deficit of {year}"),
    "stated": Bilingual("uppgift för året", "figure stated for the year"),
    "sign_turned": Bilingual("summan med omvänt tecken", "the sum with its sign turned"),
    "own_layout": Bilingual("egen uppställning: {layout}", "own layout: {layout}"),
    "reserve_flow": Bilingual("Tak för reservering, årets resultat", "Ceiling of an allocation, the year's result"),
    "reserve_largest": Bilingual(
        "Tak för reservens storlek efter reserveringen", "Ceiling of the reserve's size after the allocation"
    ),
    "reserve_stock": Bilingual(
        "Utrymme för reservering, reservens storlek", "Room for an allocation, the reserve's size"
    ),
    "reserve_proposed": Bilingual("Föreslagen reservering", "Proposed allocation"),
    "practice": Bilingual(
        "praxis: inget lagrum anger vad som går före en reservering",
        "practice: no paragraph says what comes before an allocation",
    ),
    "equalisation_reserve": Bilingual(
        "Resultatutjämningsreserv vid årets slut", "Equalisation reserve at the year's end"
    ),
    "result_reserve": Bilingual("Resultatreserv vid årets slut", "Result reserve at the year's end"),
    "lower": Bilingual("Det lägsta av årets resultat och resultatet efter justeringar", "The lower of the two results"),
    "share": Bilingual(
        "{share} % av skatter, generella statsbidrag och utjämning", "{share} % of taxes and general grants"
    ),
    "opening": Bilingual("Reservens ingående balans", "The reserve's opening balance"),
    "allocated": Bilingual("Reserverat under året", "Set aside during the year"),
    "used": Bilingual("Använt under året", "Used during the year"),
    "corrected": Bilingual("Rättelse av tidigare år", "Correction of earlier years"),
    "dissolved": Bilingual("Upplöst i övrigt eget kapital", "Dissolved into other equity"),
    "least": Bilingual("Det lägsta av taken", "The lower of the ceilings"),
    "others": Bilingual("Underskott och öronmärkning som går före", "Deficits and set-asides that come first"),
    "nothing_left": Bilingual("inget utrymme återstår", "no room is left"),
}
_TABLE: Final = Form(
    "explanation",
    Bilingual("{label} {year}", "{label} {year}"),
    (amount("amount", "Belopp", "Amount"), text("rule", "Regel", "Rule"), text("note", "Upplysning", "Note")),
)


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

    amount = InKronor("The amount in kronor, signed as in the statement.", "ore")

    def _all_ore(self) -> Iterator[int]:
        yield self.ore
        for _, term in self.terms:
            yield from term._all_ore()

    def __str__(self) -> str:
        places = decimals_needed(list(self._all_ore()), self.unit)
        return "\n".join(self._text(0, "", places))

    def table(self) -> Table:
        """The terms as a table, each set in below what it is a term of, signed as it counts there."""
        columns = (LABEL, *_TABLE.columns)
        rows = self._rows(0, 1)
        return _TABLE.table(columns, rows, self.language, unit=self.unit, label=self.label, year=self.year)

    def _rows(self, level: int, sign: int) -> Iterator[Row]:
        yield Row((self.label, sign * self.ore, self._rule_text(), self.note), code=self.code, level=level)
        for factor, term in self.terms:
            yield from term._rows(level + 1, factor)

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()

    def _text(self, depth: int, sign: str, places: int) -> Iterator[str]:
        margin = "  " * depth
        head = f"{self.label} {self.year}" if not depth else self.label
        yield f"{margin}{sign}{head}: {format_amount(self.ore, self.unit, places, self.language)} {self.unit}"
        about = ", ".join(part for part in (self._rule_text(), self.note) if part)
        if about:
            yield f"{margin}    {about}"
        if self.records:
            yield f"{margin}    {EXPLAINED['records'].words(self.language)}: {', '.join(map(str, self.records))}"
        for factor, term in self.terms:
            yield from term._text(depth + 1, "+ " if factor > 0 else "\u2212 ", places)

    def _rule_text(self) -> str:
        if not self.rule:
            return self.citation
        text = f"{EXPLAINED['rule'].words(self.language)} {self.rule}"
        return f"{text}, {self.citation}" if self.citation else text
