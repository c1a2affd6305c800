"""S15, Örebro: the fund is to come to 2 % of the budget, and a good year takes it nearer (lines 903–911).

MSEK: a budget of 5 200 in 2014 and 5 600 in 2016 asks for 104.0 and 112.0; the fund opens at 58.0, and 21.0 of 2016
is set aside: 79.0, and 33.0 is missing; by the rule the 24.0 that the surplus has left follow.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

LINES = """
equity open BOOK 2013 --amount 2400 --unit mkr --opening-deficits inga --decision "KF 2014-04-22 § 1"
fund create BOOK social --policy orebro_strict --choose presentation=strict --decision "KF 2014-04-22 § 1"
fund open BOOK social --amount 58 --unit mkr --year 2014 --decision "KF 2014-04-22 § 1"
equity result BOOK 2016 --amount 45 --unit mkr
fund set-aside BOOK social --amount 21 --unit mkr --result-year 2016 --decision "KF 2017-04-22 § 1"
"""
RULE = """
fund set-aside-by-rule BOOK social --result-year 2016 --budget 5600 --unit mkr --decision "KF 2017-04-22 § 2"
"""


def by_python() -> Book:
    book = new_book(2013, "2400", {})
    book.create_fund("social", policy=presets.orebro_strict.choose(presentation="strict"), decision=kf(2014))
    book.open_fund("social", msek("58"), year=2014, decision=kf(2014))
    book.record_result(2016, msek("45"))
    book.set_aside("social", msek("21"), result_year=2016, decision=kf(2017))
    return book


def test_how_far_it_is_to_the_target(console: Console):
    """I15: 58.0 of 104.0, then 79.0 of 112.0; with what the surplus has left, 24.0 of 33.0, 103.0 and 9.0 short."""
    book = by_python()
    (_, after) = book.target("social", {2014: msek("5200"), 2016: msek("5600")})
    assert (after.target_ore, after.balance_ore, after.gap_ore) == (11_200_000_000, 7_900_000_000, 3_300_000_000)
    console.same_book(book, LINES)
    target = "show book.sifund fund social --table target --budget 2014=5200 --budget 2016=5600 --unit mkr"
    first, second = (row_of(console.done(target), year) for year in ("2014", "2016"))
    assert first == ["5 200 000 000", "104 000 000", "58 000 000", "46 000 000", "≈ 1,115 %"]
    assert second == ["5 600 000 000", "112 000 000", "79 000 000", "33 000 000", "≈ 1,411 %"]


def test_the_rule_sets_aside_what_is_missing_as_far_as_the_surplus_goes(console: Console):
    book = by_python()
    book.set_aside_by_rule("social", result_year=2016, budget=msek("5600"), decision=kf(2017, 2))
    console.same_book(book, LINES.strip() + RULE)
    target = "show book.sifund fund social --table target --budget 2016=5600 --unit mkr"
    assert row_of(console.done(target), "2016")[2:4] == ["103 000 000", "9 000 000"]
