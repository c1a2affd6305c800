"""S4, the budget model: one amount for a fixed period; then a new one, or the end (lines 241–245).

MSEK: 8.0 of a result of 11.0 for 2015–2017; 5.0 and 2.4 are granted, 4.6 and 2.4 used; 1.0 is dissolved when it ends.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

LINES = """
equity open BOOK 2013 --amount 150 --unit mkr --opening-deficits inga --decision "KF 2014-04-22 § 1"
equity result BOOK 2014 --amount 11 --unit mkr
fund create BOOK social --policy budget_textbook --choose window=2015-2017 --decision "KF 2015-04-22 § 1"
fund set-aside BOOK social --amount 8 --unit mkr --result-year 2014 --decision "KF 2015-04-22 § 2"
project grant BOOK Fältarna --fund social --amount 5 --unit mkr --board Social --financing "ur fonden" \
 --decision "KF 2015-04-22 § 3"
project grant BOOK Läxhjälp --fund social --amount 2.4 --unit mkr --board Skola --financing "ur fonden" \
 --decision "KF 2016-04-22 § 1"
project use BOOK Fältarna --fund social --amount 4.6 --net-cost 4.6 --unit mkr --year 2015 \
 --decision "KF 2016-04-22 § 2"
project use BOOK Läxhjälp --fund social --amount 2.4 --net-cost 2.4 --unit mkr --year 2016 \
 --decision "KF 2017-04-22 § 1"
project close BOOK Fältarna --year 2016 --decision "KF 2017-04-22 § 2"
"""
END = """
fund dissolve BOOK social --amount 1 --unit mkr --reason "Perioden är slut" --decision "KF 2018-01-15 § 4"
"""


def by_python() -> Book:
    book = new_book(2013, "150", {2014: "11"})
    book.create_fund("social", policy=presets.budget_textbook.choose(window=(2015, 2017)), decision=kf(2015))
    book.set_aside("social", msek("8"), result_year=2014, decision=kf(2015, 2))
    about = {"financing": "ur fonden"}
    book.grant("social", "Fältarna", msek("5"), board="Social", decision=kf(2015, 3), **about)
    book.grant("social", "Läxhjälp", msek("2.4"), board="Skola", decision=kf(2016), **about)
    book.use("social", msek("4.6"), year=2015, project="Fältarna", net_cost=msek("4.6"), decision=kf(2016, 2))
    book.use("social", msek("2.4"), year=2016, project="Läxhjälp", net_cost=msek("2.4"), decision=kf(2017))
    book.close_project("Fältarna", year=2016, decision=kf(2017, 2))
    return book


def test_what_is_left_after_the_window_is_granted_to_nobody(console: Console):
    """I8, K12: 1.0 is left in 2017; more is refused, a plan is refused, and from 2018 on any grant is."""
    console.same_book(by_python(), LINES)
    runway = console.done("show book.sifund fund social --table runway --year 2017")
    assert row_of(runway, "Disponibelt") == ["1 000 000,00"]
    assert "räcker i 0,4 år i den takt som hittills har beviljats. Läge: pågår." in runway
    new = "project grant book.sifund Nytt --fund social --unit mkr --board Skola --financing f --lang en"
    for asked, code in (
        ('--amount 1.2 --decision "KF 2017-06-01 § 1"', "ABOVE_AVAILABLE"),
        ('--amount 0.6 --plan Skola:2019=1 --decision "KF 2017-06-10 § 1"', "PLAN_IN_BUDGET_MODEL"),
        ('--amount 0.6 --decision "KF 2018-01-10 § 1"', "WINDOW_CLOSED"),
    ):
        status, _, err = console(f"{new} {asked}")
        assert (status, code in err) == (2, True), err
    expired = console.done("show book.sifund fund social --table runway --year 2018")
    assert "räcker i 0,5 år i den takt som hittills har beviljats. Läge: löptiden är slut." in expired


def test_on_the_command_line_it_ends(console: Console):
    book = by_python()
    book.dissolve("social", msek("1"), reason="Perioden är slut", decision="KF 2018-01-15 § 4")
    assert (book.fund("social").balance, book.project("Fältarna").released_ore) == (msek("0"), 40_000_000)
    console.same_book(book, LINES.strip() + END)
    account = console.done("show book.sifund fund social")
    assert row_of(account, "Upplöst")[-1] == "−1 000 000"
    assert row_of(account, "Utgående")[-1] == "0"
