"""What origins are made with: the records of the book, and the language of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sifund_ledger.amounts import Language, amount_in_unit
from sifund_ledger.balance.statement.explanation import Explanation
from sifund_ledger.errors import LawError
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.tables import rule_of
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.records import Records
from sifund_ledger.table import ColumnKind, Row, Table


@dataclass(frozen=True, slots=True)
class Making:
    """The records and the language. What a figure comes from is exact, in kronor, in whichever unit it is printed."""

    records: Records
    language: Language

    def text(self, ore: int) -> str:
        """An amount in kronor, exactly."""
        return amount_in_unit(ore, "kr", self.language)

    def of(
        self, label: object, ore: int, *, sign: int = 0, records: Iterable[int] = (), note: Bilingual | str = "",
        terms: Iterable[Origin] = (), rule: str = "",
    ) -> Origin:  # fmt: skip
        """The origin of an amount in öre."""
        said = note.words(self.language) if isinstance(note, Bilingual) else note
        return Origin(str(label), self.text(ore), sign, rule, said, tuple(records), tuple(terms), ore)

    def explained(self, explanation: Explanation, sign: int = 0) -> Origin:
        """What the statement explains, as an origin."""
        terms = tuple(self.explained(term, factor) for factor, term in explanation.terms)
        return Origin(
            explanation.label, self.text(explanation.ore), sign,
            self.cited(explanation.rule, explanation.citation, explanation.year), explanation.note,
            explanation.records, terms, explanation.ore,
        )  # fmt: skip

    def cited(self, rule: str, citation: str, year: int) -> str:
        """A rule with its paragraph, and how sure it is."""
        if not rule:
            return citation
        try:
            known = rule_of(rule, year).certainty.words(self.language)
        except LawError:
            known = ""
        return ", ".join(filter(None, (rule, citation, known)))

    def column(self, table: Table, rows: Iterable[Row], position: int, sign: int = 1) -> tuple[Origin, ...]:
        """Cells of one column as the terms of another cell of it; those of zero are left out."""
        return tuple(
            self.of(row.cells[0], cell, sign=sign)
            for row in rows
            if isinstance(cell := row.cells[position], int) and cell
        )


def origins_of_proposed(table: Table, making: Making) -> dict[Place, Origin]:
    """What the postings of a year-end rest on that is not recorded: the decision of each."""
    found = {}
    for number, row in enumerate(table.rows):
        account, decision = row.cells[2], str(row.cells[-1] or "")
        for position, (cell, kind) in enumerate(zip(row.cells, table.kinds, strict=True)):
            if kind is ColumnKind.AMOUNT and isinstance(cell, int):
                said = words.TO_BE_BOOKED.words(making.language)
                found[number, position] = making.of(account, cell, rule=decision, note=said)
    return found
