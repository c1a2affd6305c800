"""S2, the reversal model: what a project gives others is led back as it arises, and refills the fund (lines 226–236).

MSEK: the day care gets 3.2 of a fund of 9.0; social services are to save 2.0 and the schools 1.4, and are measured
to save 2.2 and 1.1: 2.0 and 1.1 come back, which is what they saved and no more than they planned.
"""

from __future__ import annotations

from datetime import date

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

LINES = """
equity open BOOK 2013 --amount 310 --unit mkr --opening-deficits inga --decision "KF 2014-04-22 § 1"
fund create BOOK social --policy reversal_textbook --decision "KF 2014-04-22 § 1"
fund open BOOK social --amount 9 --unit mkr --year 2014 --decision "KF 2014-04-22 § 1"
project grant BOOK Språkstart --fund social --amount 3.2 --unit mkr --board Förskola --financing "ur fonden" \
 --plan "Social:2016=1,2017=1" --plan "Skola:2017=1.4" --start 2014-08-01 --end 2015-12-31 \
 --decision "KF 2014-04-22 § 2"
project cost BOOK Språkstart --fund social --gross 3.2 --unit mkr --year 2014 --decision "KF 2015-04-22 § 1"
project use BOOK Språkstart --fund social --amount 3.2 --unit mkr --year 2014 --decision "KF 2015-04-22 § 1"
project close BOOK Språkstart --year 2015 --decision "KF 2016-04-22 § 1"
project measure BOOK Språkstart --board Social --amount 1.2 --unit mkr --effect-year 2016 --decision "KF 2017-04-22 § 1"
project repay BOOK Språkstart --board Social --effect-year 2016 --frame-year 2017 --decision "KF 2017-04-22 § 1"
equity result BOOK 2017 --amount 14 --unit mkr
fund renew BOOK social --result-year 2017 --decision "KF 2018-04-22 § 1"
project measure BOOK Språkstart --board Social --amount 1 --unit mkr --effect-year 2017 --decision "KF 2018-04-22 § 2"
project measure BOOK Språkstart --board Skola --amount 1.1 --unit mkr --effect-year 2017 --decision "KF 2018-04-22 § 2"
project settle BOOK Språkstart --frame-year 2018 --decision "KF 2018-04-22 § 3"
equity result BOOK 2018 --amount 6 --unit mkr
fund renew BOOK social --result-year 2018 --decision "KF 2019-04-22 § 1"
"""


def begun() -> Book:
    book = new_book(2013, "310", {})
    book.create_fund("social", policy=presets.reversal_textbook, decision=kf(2014))
    book.open_fund("social", msek("9"), year=2014, decision=kf(2014))
    return book


def by_python() -> Book:
    book = begun()
    book.grant(
        "social", "Språkstart", msek("3.2"), board="Förskola", financing="ur fonden", decision=kf(2014, 2),
        plan={"Social": {2016: msek("1"), 2017: msek("1")}, "Skola": {2017: msek("1.4")}},
        start=date(2014, 8, 1), end=date(2015, 12, 31),
    )  # fmt: skip
    book.report_cost("social", "Språkstart", msek("3.2"), year=2014, decision=kf(2015))
    book.use("social", msek("3.2"), year=2014, project="Språkstart", decision=kf(2015))
    book.close_project("Språkstart", year=2015, decision=kf(2016))
    book.measure("Språkstart", "Social", msek("1.2"), effect_year=2016, decision=kf(2017))
    book.repay("Språkstart", "Social", effect_year=2016, frame_year=2017, decision=kf(2017))
    book.record_result(2017, msek("14"))
    book.renew("social", result_year=2017, decision=kf(2018))
    book.measure("Språkstart", "Social", msek("1"), effect_year=2017, decision=kf(2018, 2))
    book.measure("Språkstart", "Skola", msek("1.1"), effect_year=2017, decision=kf(2018, 2))
    book.settle("Språkstart", frame_year=2018, decision=kf(2018, 3))
    book.record_result(2018, msek("6"))
    book.renew("social", result_year=2018, decision=kf(2019))
    return book


def test_what_is_saved_refills_the_fund():
    """I3, I6: 9.0 − 3.2 + 1.2 + 1.9 = 8.9; the claims are settled, and the fund's loss is what never came, 0.1."""
    book = by_python()
    assert book.fund("social").balance == msek("8.9")
    project = book.project("Språkstart")
    assert [(board, claim.repaid) for board, claim in project.claims] == [
        ("Social", 200_000_000),
        ("Skola", 110_000_000),
    ]
    assert (project.to_repay, project.loss) == (msek("0"), msek("0.1"))


def test_a_fund_that_is_to_be_repaid_grants_nothing_without_a_plan(console: Console):
    """I9; and a plan of 3.1 for a grant of 3.2 repays too little (I10)."""
    start, (granting, *_) = LINES.partition("project grant")[0], LINES.splitlines()[4:]
    console.same_book(begun(), start)
    bare = granting.replace("BOOK", "book.sifund").partition("--plan")[0]
    decided = '--decision "KF 2014-04-22 § 2" --lang en'
    assert "PLAN_MISSING" in console(bare + decided)[2]
    assert (
        "the plan repays 3 100 000 kr, and must repay 3 200 000 kr"
        in console(f"{bare} --plan Skola:2017=3.1 {decided}")[2]
    )


def test_on_the_command_line(console: Console):
    console.same_book(by_python(), LINES)
    fund = console.done("show book.sifund fund social")
    assert row_of(fund, "Förnyat efter återföring") == ["0", "1 200 000", "1 900 000", "3 100 000"]
    assert row_of(fund, "Utgående") == ["5 800 000", "7 000 000", "8 900 000", "8 900 000"]
    plan = console.done("show book.sifund project Språkstart --table plan")
    assert row_of(plan, "Skola") == ["1 400 000", "1 400 000", "1 100 000", "0", "300 000", "0"]
    frames = console.done("frames book.sifund 2018")
    assert row_of(frames, "2018  Skola") == ["Skola", "0", "−1 100 000", "0", "−1 100 000"]
    assert row_of(console.done("show book.sifund fund social --table runway --year 2018"), "Beviljat per år") == [
        "640 000"
    ]
