"""S6: a refund of insurance premiums, once, is what the fund begins with (lines 697, 904–905).

MSEK: 14.0 of AFA's refund in a result of 21.0 in 2012, and 3.0 of the surplus of 8.0 in 2013: 17.0, of which 14.0 came
once and 3.0 may come again.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

LINES = """
equity open BOOK 2011 --amount 260 --unit mkr --opening-deficits inga --decision "KF 2012-04-22 § 1"
equity result BOOK 2012 --amount 21 --unit mkr
equity result BOOK 2013 --amount 8 --unit mkr
fund create BOOK social --policy orebro_strict --choose presentation=strict --decision "KF 2013-04-22 § 1"
fund set-aside BOOK social --amount 14 --unit mkr --source afa_refund --result-year 2012 --decision "KF 2013-04-22 § 2"
fund set-aside BOOK social --amount 3 --unit mkr --result-year 2013 --decision "KF 2014-04-22 § 1"
"""


def by_python() -> Book:
    book = new_book(2011, "260", {2012: "21", 2013: "8"})
    book.create_fund("social", policy=presets.orebro_strict.choose(presentation="strict"), decision=kf(2013))
    book.set_aside("social", msek("14"), source="afa_refund", result_year=2012, decision=kf(2013, 2))
    book.set_aside("social", msek("3"), result_year=2013, decision=kf(2014))
    return book


def test_a_refund_is_a_source_of_its_own(console: Console):
    """I15: the refund is of the year's result, of which 7.0 is left; no more than that is set aside of it."""
    book = by_python()
    assert book.fund("social").balance == msek("17")
    console.same_book(book, LINES)
    deposits = console.done("show book.sifund fund social --table deposits")
    assert row_of(deposits, "AFA-återbetalning (engångs)") == ["14 000 000", "0", "14 000 000"]
    assert row_of(deposits, "överskott") == ["0", "3 000 000", "3 000 000"]
    more = "fund set-aside book.sifund social --amount 8 --unit mkr --source afa_refund --result-year 2012 --lang en"
    status, _, err = console(more + ' --decision "KF 2013-04-22 § 5"')
    assert (status, "7 000 000 kr is left" in err) == (2, True), err
    assert console(more.replace("afa_refund", "lottery") + ' --decision "KF 2013-04-22 § 5"')[0] == 2
