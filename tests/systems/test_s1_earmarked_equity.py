"""S1: the fund is a part of equity that a decision has earmarked, no money set apart (thesis, lines 95–99, 212–221).

MSEK: of a result of 12.4 in 2015 7.5 is set aside, 1.8 granted, 1.25 of it used in 2016, 0.6 dissolved.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets
from sifund_ledger.ledger.accounts import NET_ASSETS, earmark

LINES = """
equity open BOOK 2014 --amount 240 --unit mkr --opening-deficits inga --decision "KF 2015-04-22 § 1"
equity result BOOK 2015 --amount 12.4 --unit mkr
equity result BOOK 2016 --amount -0.9 --unit mkr
fund create BOOK social --policy upplands_bro --decision "KF 2016-04-22 § 1"
fund set-aside BOOK social --amount 7.5 --unit mkr --result-year 2015 --decision "KF 2016-04-22 § 2"
project grant BOOK Närvaro --fund social --amount 1.8 --unit mkr --board Skola --financing "ur fonden" \
 --decision "KF 2016-04-22 § 3"
project cost BOOK Närvaro --fund social --gross 1.25 --unit mkr --year 2016 --decision "KF 2017-04-22 § 1"
project use BOOK Närvaro --fund social --amount 1.25 --unit mkr --year 2016 --decision "KF 2017-04-22 § 1"
fund dissolve BOOK social --amount 0.6 --unit mkr --reason "Målet är nått" --decision "KF 2017-04-22 § 2"
"""


def by_python() -> Book:
    book = new_book(2014, "240", {2015: "12.4", 2016: "-0.9"})
    book.create_fund("social", policy=presets.upplands_bro, decision=kf(2016))
    book.set_aside("social", msek("7.5"), result_year=2015, decision=kf(2016, 2))
    book.grant("social", "Närvaro", msek("1.8"), board="Skola", financing="ur fonden", decision=kf(2016, 3))
    book.report_cost("social", "Närvaro", msek("1.25"), year=2016, decision=kf(2017))
    book.use("social", msek("1.25"), year=2016, project="Närvaro", decision=kf(2017))
    book.dissolve("social", msek("0.6"), reason="Målet är nått", decision=kf(2017, 2))
    return book


def test_equity_moves_by_the_result_alone():
    """I1, I3, I7: 240.0 + 12.4 − 0.9 = 251.5 whatever is earmarked; the fund is 7.5 − 1.25 − 0.6 = 5.65."""
    book = by_python()
    assert book._state.balances.balance(earmark(NET_ASSETS)) == 25_150_000_000
    assert {account.book for account in book._state.balances.as_dict()} == {"EARMARK", "FRAME"}
    fund = book.fund("social")
    assert (fund.balance, fund.available, fund.committed) == (msek("5.65"), msek("5.1"), msek("0.55"))


def test_on_the_command_line(console: Console):
    console.same_book(by_python(), LINES)
    fund = console.done("show book.sifund fund social")
    assert row_of(fund, "Ianspråktaget") == ["0", "−1 250 000", "0", "−1 250 000"]
    assert row_of(fund, "Utgående") == ["7 500 000", "6 250 000", "5 650 000", "5 650 000"]
    assert fund.endswith("Fonden är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.\n")
    note = console.done("show book.sifund year 2016 --table equity")
    assert row_of(note, "Eget kapital vid årets slut") == ["251 500 000"]
    assert row_of(note, "varav öronmärkt: social") == ["6 250 000"]
