"""What has a printed form has one in HTML too, for notebooks: the same tables and findings, and nothing that runs."""

from __future__ import annotations

import re
from html import escape

import pytest
from report.books import hostile

from sifund_ledger import YearFigures, sek
from sifund_ledger.audit import audit, compare_books
from sifund_ledger.book import Book
from sifund_ledger.report import year_report
from sifund_ledger.table import Printed
from sifund_ledger.testing.sound_books import sound_book


@pytest.fixture(scope="module")
def book() -> Book:
    return sound_book()


TAGS = {
    f"{end}{tag}"
    for end in ("", "/")
    for tag in ["table", "caption", "thead", "tbody", "tr", "th", "td", "p", "ul", "li"]
}


def printed_of(book: Book) -> list[object]:
    """Of each thing that is printed one, of a book."""
    year = book.years[-1]
    run = book.year_end(year, YearFigures(net_result=sek(-(10**9))), draft=True)
    return [
        *book.funds.values(), *book.projects.values(), book.statement(year), book.equity_note(year), run,
        audit(book, since="1:" + next(book.records()).hash.hex()), compare_books(book, book),
        *(book.settlement(name) for name in book.projects), *(book.clawback(name) for name in book.projects),
    ]  # fmt: skip


def test_all_of_it_stands_in_html(book: Book) -> None:
    for each in printed_of(book):
        assert isinstance(each, Printed)
        html = each._repr_html_()
        for table in each.tables():
            assert table._repr_html_() in html
        for found in getattr(each, "findings", ()):
            assert escape(getattr(found, "finding", found).text("sv")) in html


def test_a_book_a_report_and_a_finding_have_a_form_too(book: Book) -> None:
    assert "<caption>Fonder" in book._repr_html_()
    report = year_report(book, 2018)
    assert report._repr_html_().count("<table>") == len(report.tables)
    (found, *_) = book.statement(2018).findings
    assert found._repr_html_() == f"<ul><li>{escape(found.text('sv'))}</li></ul>"


def test_no_name_runs_in_a_notebook() -> None:
    book = hostile()
    for each in (book, *printed_of(book), year_report(book, 2013)):
        html = each._repr_html_()
        assert set(re.findall(r"<(/?\w+)", html)) <= TAGS
