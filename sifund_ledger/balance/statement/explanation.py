"""An amount explained (härledning), as a value and as text: rule, paragraph, terms, the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sifund_ledger.amounts import Language, Unit, decimals_needed, format_amount
from sifund_ledger.balance.words import EXPLAINED, EXPLANATION
from sifund_ledger.money import InKronor
from sifund_ledger.table import LABEL, Row, Table


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
        columns = (LABEL, *EXPLANATION.columns)
        rows = self._rows(0, 1)
        return EXPLANATION.table(columns, rows, self.language, unit=self.unit, label=self.label, year=self.year)

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
