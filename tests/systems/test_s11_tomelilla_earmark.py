"""S11, Tomelilla: a part of a surplus is earmarked, and what is used of it is an exceptional ground (lines 798–816).

MSEK: 6.0 of a result of 16.0 in 2013 is earmarked; in 2014 the result is −3.2, with 1.9 of the earmark used: 1.9 is a
ground by a decision, and 1.3 is to be restored; in the municipality's own layout the year is 1.3 below zero.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, Decision, YearFigures, presets

GROUNDS = Decision.parse("KF 2015-04-27 § 41")
FIGURES = 'unit = "mkr"\n[[year]]\nyear = 2014\nnet_result = "-3.2"\n'
LINES = """
equity open BOOK 2012 --amount 210 --unit mkr --opening-deficits inga --decision "KF 2013-04-22 § 1"
equity result BOOK 2013 --amount 16 --unit mkr
fund create BOOK social --policy tomelilla_earmark --decision "KF 2014-04-22 § 1"
fund set-aside BOOK social --amount 6 --unit mkr --result-year 2013 --decision "KF 2014-04-22 § 2"
fund use BOOK social --amount 1.9 --unit mkr --year 2014 --decision "KF 2015-04-27 § 40"
close BOOK 2013 --decision "KF 2014-04-22 § 3"
"""
END = """
year-end BOOK 2014 2014.toml --grounds-decision "KF 2015-04-27 § 41" --post
"""


def by_python() -> Book:
    book = new_book(2012, "210", {2013: "16"})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf(2014))
    book.set_aside("social", msek("6"), result_year=2013, decision=kf(2014, 2))
    book.use("social", msek("1.9"), year=2014, decision="KF 2015-04-27 § 40")
    book.close_year(2013, decision=kf(2014, 3))
    return book


def test_the_surplus_is_the_most_that_is_earmarked(console: Console):
    """I15: of the 16.0 of 2013, 10.0 is left; nothing is earmarked of a year with a deficit."""
    console.same_book(by_python(), LINES)
    asked = 'fund set-aside book.sifund social --unit mkr --lang en --decision "KF 2014-04-22 § 9"'
    status, _, err = console(f"{asked} --amount 10.1 --result-year 2013")
    assert (status, "10 000 000 kr is left" in err) == (2, True), err


def test_the_year_with_its_own_layout_beside_the_statute(console: Console):
    """I1: −3.2; of it 1.9 rests on the earmark and 1.3 is to be restored by 2017; equity moves by −3.2 alone."""
    book = by_python()
    run = book.year_end(2014, YearFigures(net_result=msek("-3.2")), grounds_decision=GROUNDS)
    year = run.statement.year(2014)
    assert (year.waived, year.to_restore, year.presented_result) == (msek("1.9"), msek("1.3"), msek("-1.3"))
    run.post()
    (console.folder / "2014.toml").write_text(FIGURES, encoding="utf-8")
    console.same_book(book, LINES.strip() + END)
    shown = console.done("show book.sifund year 2014")
    assert row_of(shown, "Ianspråktaget av öronmärkt eget kapital") == ["0", "1 900 000"]
    assert row_of(shown, "Synnerliga skäl att inte återställa") == ["0", "1 900 000"]
    assert row_of(shown, "Att återställa") == ["0", "1 300 000"]
    assert row_of(shown, "Resultat efter synnerliga skäl")[-1] == "−1 300 000"
    note = console.done("show book.sifund year 2014 --table equity")
    assert row_of(note, "Eget kapital vid årets slut") == ["222 800 000"]
    assert row_of(note, "varav öronmärkt: social") == ["4 100 000"]


def test_without_the_decision_all_of_it_is_to_be_restored(console: Console):
    (console.folder / "2014.toml").write_text(FIGURES, encoding="utf-8")
    console.same_book(by_python(), LINES)
    drawn = console.done("year-end book.sifund 2014 2014.toml")
    assert row_of(drawn, "Att återställa")[-1] == "3 200 000"
