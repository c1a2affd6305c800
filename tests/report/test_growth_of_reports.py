"""A report of more projects or years costs as much more, and no square of it; counted, not timed."""

from __future__ import annotations

import pytest
from models.counting import count
from models.growing import LAST, book_of

from sifund_ledger.report import year_report

MIB = 2**20


def cost(**size):
    book = book_of(**size)
    year_report(book, LAST, form="working").html()  # what is loaded and kept at the first is no part of it
    html = []
    lines = count(lambda: html.append(year_report(book, LAST, form="working").html()))
    return lines, len(html[0])


def test_a_report_grows_with_its_projects_and_years():
    lines, size = cost(projects=3, years=3)
    for larger in ({"projects": 12, "years": 3}, {"projects": 3, "years": 12}):
        more_lines, more_size = cost(**larger)
        assert more_lines < 4.4 * lines, larger
        assert more_size < 4.2 * size, larger


def test_a_document_grows_with_its_projects_and_years():
    sizes = (3, 3), (12, 3), (3, 12)
    reports = [year_report(book_of(projects=each, years=years), LAST, form="working") for each, years in sizes]
    reports[0].docx()
    first, *more = [count(report.docx) for report in reports]
    for lines in more:
        assert lines < 4.2 * first


@pytest.mark.slow
def test_twenty_five_years_and_sixty_projects_are_less_than_three_mebibytes():
    book = book_of(projects=60, years=25)
    html = year_report(book, LAST, form="working").html()
    assert len(html.encode()) < 3 * MIB
    assert len(year_report(book, LAST, form="working").docx()) < MIB // 4
