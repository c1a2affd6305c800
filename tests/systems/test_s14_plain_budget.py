"""S14, the plain budget: new methods are tried within ordinary frames, over several years, without a fund (879–893).

MSEK: Hälsolyftet costs 1.7, 1.1 and 0.5 in 2014–2016, of which the state pays 0.4 in the first year: 2.9 in all within
the board's own frame; nothing is earmarked, nothing granted, and the same tables tell of it.
"""

from __future__ import annotations

import pytest
from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, Refused, presets
from sifund_ledger.ledger.accounts import NET_ASSETS, earmark

LINES = """
equity open BOOK 2013 --amount 175 --unit mkr --opening-deficits inga --decision "KF 2014-04-22 § 1"
fund create BOOK budget --policy plain_budget --decision "KF 2014-04-22 § 1"
project cost BOOK Hälsolyftet --fund budget --board Vård --gross 1.7 --contributions 0.4 --unit mkr --year 2014 \
 --decision "KF 2015-04-22 § 1"
project cost BOOK Hälsolyftet --fund budget --board Vård --gross 1.1 --unit mkr --year 2015 \
 --decision "KF 2016-04-22 § 1"
project cost BOOK Hälsolyftet --fund budget --board Vård --gross 0.5 --unit mkr --year 2016 \
 --decision "KF 2017-04-22 § 1"
"""


def by_python() -> Book:
    book = new_book(2013, "175", {})
    book.create_fund("budget", policy=presets.plain_budget, decision=kf(2014))
    for year, gross, others in ((2014, "1.7", "0.4"), (2015, "1.1", "0"), (2016, "0.5", "0")):
        book.report_cost(
            "budget", "Hälsolyftet", msek(gross), year=year, contributions=msek(others), board="Vård",
            decision=kf(year + 1),
        )  # fmt: skip
    return book


def test_costs_year_by_year_and_no_line_of_a_fund(console: Console):
    book = by_python()
    assert book._state.balances.balance(earmark(NET_ASSETS)) == 17_500_000_000
    assert book.fund("budget").balance == msek("0")
    console.same_book(book, LINES)
    costs = console.done("show book.sifund fund budget --table costs")
    assert [row_of(costs, f"Hälsolyftet  {year}")[-1] for year in (2014, 2015, 2016)] == [
        "1 300 000", "1 100 000", "500 000",
    ]  # fmt: skip
    assert row_of(costs, "Hälsolyftet  2014")[1:3] == ["1 700 000", "−400 000"]
    projects = console.done("list book.sifund projects")
    assert row_of(projects, "Hälsolyftet") == ["budget", "Vård", "pågår", "0", "0", "0", "0", "0"]
    assert "Vård" not in console.done("frames book.sifund 2015")


def test_nothing_can_be_granted_or_set_aside(console: Console):
    book = by_python()
    with pytest.raises(Refused, match="APPROPRIATION_EXCEEDED"):
        book.grant("budget", "Hälsolyftet", msek("1"), board="Vård", financing="ram", decision=kf(2016))
    console.same_book(by_python(), LINES)
    aside = 'fund set-aside book.sifund budget --amount 1 --unit mkr --year 2016 --decision "KF 2016-04-22 § 9"'
    status, _, err = console(f"{aside} --source operating_frame --lang en")
    assert (status, "plain_budget does not set aside from operating_frame" in err) == (2, True), err
    assert "Name one of its sources: none." in err
