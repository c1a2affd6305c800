"""Names that a browser, a spreadsheet or a terminal would obey are text in every report, and break no layout."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from books import HOSTILE, OBEYED, hostile
from reading import Page
from test_numbers_alike import assert_alike, assert_reported

from sifund_ledger import open_book
from sifund_ledger.report import Labels, fund_report, project_report, year_report
from sifund_ledger.written import cleaned, on_one_line

BOOKS = Path(__file__).parents[1] / "data" / "books"
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("form", ["annual", "working", "member"])
def test_hostile_names_are_text(form):
    html = year_report(hostile(), 2013, form=form).html()
    page = Page(html)
    assert page.faults == []
    assert page.fetches == []
    assert not UNSEEN.search(html.replace("\n", ""))
    assert html.count("<script") == html.count("<img") == html.count("<i>") == 0
    assert html.count("</style>") == html.count("</title>") - len(re.findall("<svg", html)) == 1
    if form != "member":
        for name in HOSTILE:
            assert " ".join(on_one_line(cleaned(name)).replace("\xa0", " ").split()) in page.said


def test_hostile_names_read_back_alike():
    assert_alike(year_report(hostile(), 2013, form="working"))
    for name in HOSTILE:
        assert_alike(fund_report(hostile(), name))
        assert_alike(project_report(hostile(), f"P {name}"))


_SLOW = [pytest.param(name, marks=pytest.mark.slow) for name in ("ale", "orebro", "sundsvall", "tomelilla")]


@pytest.mark.parametrize("name", ["reserver", "udda", *_SLOW])
def test_the_books_of_the_first_version_are_reported(name, tmp_path):
    path = tmp_path / f"{name}.sifund"
    shutil.copy(BOOKS / path.name, path)
    with open_book(path) as book:
        assert_reported(book)


def test_hostile_labels_are_text():
    labels = Labels(
        {
            "statement": {"net_result": HOSTILE[0], "title": HOSTILE[-1]},
            "equity": {"closing": OBEYED, "result": "y" * 300},
        }
    )
    html = year_report(hostile(), 2013, labels=labels).html()
    page = Page(html)
    assert page.fetches == []
    assert not UNSEEN.search(html.replace("\n", ""))
    assert "a\\x1b[31mröd\\x07\\u202e\\x00" in page.said
    assert HOSTILE[0] in page.said
    assert HOSTILE[-1] in page.said
