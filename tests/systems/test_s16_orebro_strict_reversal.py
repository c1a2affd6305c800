"""S16, Örebro's strict reversal: plans that repay all, at least 30 % per board, within dates (lines 913–947).

MSEK: Linjen runs from March 2014 to February 2017 on 8.0, which the schools (3.0) and care (5.0) are to repay in
2017–2020; the schools save 0.6 and repay their floor of 0.9, care saves 4.1 and repays it; the fund bears 3.0.
"""

from __future__ import annotations

from datetime import date

import pytest
from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

START = """
equity open BOOK 2013 --amount 1500 --unit mkr --opening-deficits inga --decision "KF 2014-04-22 § 1"
fund create BOOK social --policy orebro_strict --choose presentation=strict --decision "KF 2014-02-10 § 1"
fund open BOOK social --amount 65 --unit mkr --year 2014 --decision "KF 2014-02-10 § 1"
"""
GRANT = """
project grant BOOK Linjen --fund social --amount 8 --unit mkr --board Fritid --financing "ur fonden" \
 --plan Skola:2017=1.5,2018=1.5 --plan Vård:2018=2.5,2020=2.5 --start 2014-03-01 --end 2017-02-28 \
 --decision "KF 2014-02-24 § 9"
"""
LIFE = """
project use BOOK Linjen --fund social --amount 8 --net-cost 8 --unit mkr --year 2015 --decision "KF 2016-04-22 § 1"
project close BOOK Linjen --year 2017 --decision "KF 2018-04-22 § 1"
project measure BOOK Linjen --board Skola --amount 0.6 --unit mkr --effect-year 2018 --decision "KF 2019-04-22 § 1"
project measure BOOK Linjen --board Vård --amount 4.1 --unit mkr --effect-year 2018 --decision "KF 2019-04-22 § 1"
"""
SETTLED = """
project settle BOOK Linjen --frame-year 2021 --decision "KF 2021-04-22 § 1"
"""


def begun() -> Book:
    book = new_book(2013, "1500", {})
    decision = "KF 2014-02-10 § 1"
    book.create_fund("social", policy=presets.orebro_strict.choose(presentation="strict"), decision=decision)
    book.open_fund("social", msek("65"), year=2014, decision=decision)
    return book


def by_python() -> Book:
    book = begun()
    book.grant(
        "social", "Linjen", msek("8"), board="Fritid", financing="ur fonden", decision="KF 2014-02-24 § 9",
        plan={"Skola": {2017: msek("1.5"), 2018: msek("1.5")}, "Vård": {2018: msek("2.5"), 2020: msek("2.5")}},
        start=date(2014, 3, 1), end=date(2017, 2, 28),
    )  # fmt: skip
    book.use("social", msek("8"), year=2015, project="Linjen", net_cost=msek("8"), decision=kf(2016))
    book.close_project("Linjen", year=2017, decision=kf(2018))
    for board, effect in (("Skola", "0.6"), ("Vård", "4.1")):
        book.measure("Linjen", board, msek(effect), effect_year=2018, decision=kf(2019))
    return book


def test_a_floor_for_each_board_and_the_effect_where_it_is_more(console: Console):
    """I12: 0.9 of 3.0 from the schools, 4.1 of 5.0 from care; the fund bears 3.0, and has 57.0 and 5.0 to renew."""
    book = by_python()
    book.settle("Linjen", frame_year=2021, decision=kf(2021))
    assert (book.project("Linjen").repaid, book.project("Linjen").loss) == (msek("5"), msek("3"))
    assert (book.fund("social").balance, book.fund("social").entitled_ore) == (msek("57"), 500_000_000)
    console.same_book(book, START.strip(), GRANT.strip(), LIFE.strip(), SETTLED.strip())
    settled = console.done("show book.sifund project Linjen --table settlement")
    assert row_of(settled, "Plan som inte återförts") == row_of(settled, "Fondens förlust") == ["3 000 000"]
    schools, care = settled.split("Skola\n")[1].split("Vård\n")
    assert [row_of(schools, row) for row in ("Lägsta återföring", "Återfört")] == [["900 000"], ["900 000"]]
    assert [row_of(care, row) for row in ("Lägsta återföring", "Återfört")] == [["1 500 000"], ["4 100 000"]]


def test_what_is_late_is_listed(console: Console):
    """I13: nothing was repaid by 2017, three years after the start; at the close of 2019 5.5 is late."""
    console.same_book(by_python(), START.strip(), GRANT.strip(), LIFE.strip())
    late = console.done("show book.sifund fund social --table overdue --year 2019")
    assert row_of(late, "Linjen   Skola") == ["Skola", "2017", "3 000 000", "delbelopp"]
    assert row_of(late, "Linjen   Vård") == ["Vård", "2018", "2 500 000", "delbelopp"]
    assert "inte påbörjad i tid" in late


@pytest.mark.parametrize(
    ("plan", "code", "status"),
    [
        ("--plan Skola:2017=3 --plan Vård:2018=4.9", "PLAN_BELOW_GRANT", 2),
        ("--plan Skola:2018=3 --plan Vård:2018=5", "PLAN_STARTS_LATE", 2),
        ("--plan Skola:2017=3 --plan Vård:2026=5", "PLAN_ENDS_LATE_SOFT", 0),
        ("--plan Skola:2017=3 --plan Vård:2028=5", "PLAN_ENDS_LATE", 2),
    ],
)
def test_a_plan_keeps_its_dates_and_repays_all(plan: str, code: str, status: int, console: Console):
    """I10, I13: 7.9 of 8.0; begun in 2018; 9 years after the end, which is long; 11 years, which is too long."""
    console.same_book(begun(), START.strip())
    head, tail = GRANT.strip().replace("BOOK", "book.sifund").partition("--plan")[0], GRANT.partition("--start")[2]
    found, _, err = console(f"{head} {plan} --start {tail.strip()}")
    assert (found, f"{code}:" in err) == (status, True), err
