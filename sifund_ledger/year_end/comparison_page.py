"""What a year was held against, as a page (avstämning ur boken): each amount in the book and there, and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, text
from sifund_ledger.table import Row, Table
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.compared import (
    COMPARED,
    SOURCES,
    Source,
    book_amounts,
    comparisons,
    greatest_difference,
    in_book,
    is_compared,
    words_of,
)
from sifund_ledger.year_end.statements import statement_of

COMPARISON: Final = Form(
    "comparison",
    Bilingual("Avstämning {year}", "Tie-out of {year}"),
    (
        text("words", "Uppgift", "Figure"),
        amount("book", "Bok och not", "Book and note"),
        amount("ledger", "Huvudbok", "General ledger"),
        amount("report", "Årsredovisning", "Annual report"),
        amount("difference", "Skillnad", "Difference"),
        text("signed", "Signatur", "Signed"),
    ),
)
_SOURCE: Final = Bilingual(
    "{source} {year}: {document}{digest}, post {seq}.", "{source} {year}: {document}{digest}, record {seq}."
)
_NOT_COMPARED: Final = Bilingual("Året är inte avstämt mot huvudboken.", "The year was not held against the ledger.")

_NOT_APPROVED: Final = Bilingual(
    "Fullmäktige har inte godkänt årsredovisningen ({decision}).",
    "The council has not approved the annual report ({decision}).",
)


class Compared(NamedTuple):
    """An amount in the book as it is now and wherever it was held against, öre; ``None`` where it does not stand."""

    code: str
    words: Bilingual
    book_ore: int | None
    ledger_ore: int | None
    report_ore: int | None
    signed: str = "______"

    @property
    def difference_ore(self) -> int | None:
        """The greatest difference from the book; ``None`` where there is nothing to compare."""
        there = [each for each in (self.ledger_ore, self.report_ore) if each is not None]
        return None if self.book_ore is None else greatest_difference(self.book_ore, there)


def comparison_table(state: BookState, year: int, language: Language = "sv") -> Table:
    """A row for each amount that the book has, or that a year was held against; below it the sources."""
    rows = [Row(tuple(each.of(item) for each in COMPARISON.fields), code=item.code) for item in _rows(state, year)]
    return COMPARISON.table(COMPARISON.columns, rows, language, remarks=_remarks(state, year), year=year)


def _rows(state: BookState, year: int) -> Iterator[Compared]:
    there: dict[str, dict[str, int]] = {source: {} for source in Source}
    for event in comparisons(state, year):
        there[event.source] |= {code: ore for code, _, ore in event.amounts}
    book = book_amounts(state, year, statement_of(state, year))
    for code in dict.fromkeys((*COMPARED, *book, *(code for of in there.values() for code in of))):
        row = Compared(
            code, words_of(code), in_book(book, code), there[Source.LEDGER].get(code), there[Source.REPORT].get(code)
        )
        if any((row.book_ore, row.ledger_ore, row.report_ore)):
            yield row


def _remarks(state: BookState, year: int) -> Iterator[Bilingual]:
    for of_year, source in ((year - 1, Source.REPORT), *((year, source) for source in Source)):
        held = state.closings.compared.get((of_year, source))
        if held is not None:
            seq, event = held
            digest = f" (SHA-256 {event.digest})" if event.digest else ""
            yield _SOURCE.filled(
                source=SOURCES[source], year=of_year, document=event.document or "–", digest=digest, seq=seq
            )
    if decision := state.closings.unapproved.get(year):
        yield _NOT_APPROVED.filled(decision=decision)
    if not is_compared(state, year):
        yield _NOT_COMPARED
