"""The budget as a comparative column (budget): what was budgeted for the year, beside its outcome."""

from __future__ import annotations

from dataclasses import replace

from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import KINDS
from sifund_ledger.book import Book
from sifund_ledger.book.at_close import at_close
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Severity
from sifund_ledger.report import findings as codes


def budget_of(book: Book, figures: YearFigures, year: int) -> YearStatement:
    """The budget of a year, on what the book had left of earlier deficits at the close of the year before (R42).

    Raises :class:`~sifund_ledger.Refused` for figures of another year or kind, and with the errors of a budget that
    the law does not know the rows of.
    """
    if figures.kind is not StatementKind.BUDGET or figures.year not in (None, year):
        kind, of = KINDS[figures.kind], figures.year or year
        given = Bilingual(f"{of} {kind.sv or 'utfall'}", f"{of} {kind.en or 'outcome'}")
        raise Refused([codes.BUDGET_EXPECTED.at("budget", year=year, given=given)])
    drawn = at_close(book, year - 1).foresee([replace(figures, year=year)])
    made = drawn.year(year, StatementKind.BUDGET)
    if errors := [found for found in made.findings if found.severity is Severity.ERROR]:
        raise Refused(errors)
    return made
