"""S8, Ale's double model: a share of the result that is never repaid, and a part that is, side by side (713–728).

MSEK: 12 % of a result of 25.0 is 3.0 in part A; part B begins with 6.5 of earlier equity. A grants 1.4 to work with the
health care, B 2.8 that the schools repay by 2021; A never stands in for B, nor B for A.
"""

from __future__ import annotations

from datetime import date

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

LINES = """
equity open BOOK 2016 --amount 320 --unit mkr --opening-deficits inga --decision "KF 2017-04-22 § 1"
fund create BOOK dubbel --policy ale_double_2017 --choose presentation=strict --choose window=2017-2021 \
 --choose annual_frame=ingen --choose A.set_aside_share=0.12 --choose A.year_end_carry_over=ja \
 --choose B.repayment_floor_share=0 --choose B.loss_bearer=fund --decision "KF 2017-04-22 § 1"
equity result BOOK 2017 --amount 25 --unit mkr
fund set-aside-by-rule BOOK dubbel --subfund A --result-year 2017 --decision "KF 2018-04-22 § 1"
fund set-aside BOOK dubbel --subfund B --amount 6.5 --unit mkr --source accumulated_equity \
 --decision "KF 2018-04-22 § 2"
project grant BOOK Vårdsamverkan --fund dubbel --subfund A --amount 1.4 --unit mkr --board Social \
 --financing "ur fonden" --start 2018-05-01 --decision "KF 2018-04-22 § 3"
project grant BOOK Tvålärare --fund dubbel --subfund B --amount 2.8 --unit mkr --board Skola --financing "ur fonden" \
 --plan Skola:2020=1.4,2021=1.4 --start 2018-05-01 --decision "KF 2018-04-22 § 4"
project use BOOK Vårdsamverkan --fund dubbel --amount 1.4 --net-cost 1.4 --unit mkr --year 2018 \
 --decision "KF 2019-04-22 § 1"
project use BOOK Tvålärare --fund dubbel --amount 2.8 --net-cost 2.8 --unit mkr --year 2018 \
 --decision "KF 2019-04-22 § 1"
project repay BOOK Tvålärare --board Skola --effect-year 2020 --frame-year 2020 --decision "KF 2020-04-22 § 1"
equity result BOOK 2020 --amount 7 --unit mkr
fund renew BOOK dubbel --subfund B --result-year 2020 --decision "KF 2021-04-22 § 1"
"""


def by_python() -> Book:
    book = new_book(2016, "320", {})
    policy = presets.ale_double_2017.choose(presentation="strict", window=(2017, 2021), annual_frame=None)
    policy = policy.choose("A", set_aside_share="0.12", year_end_carry_over=True)
    policy = policy.choose("B", repayment_floor_share="0", loss_bearer="fund")
    book.create_fund("dubbel", policy=policy, decision=kf(2017))
    book.record_result(2017, msek("25"))
    book.set_aside_by_rule("dubbel", result_year=2017, subfund="A", decision=kf(2018))
    book.set_aside("dubbel", msek("6.5"), source="accumulated_equity", subfund="B", decision=kf(2018, 2))
    about = {"financing": "ur fonden", "start": date(2018, 5, 1)}
    book.grant("dubbel", "Vårdsamverkan", msek("1.4"), subfund="A", board="Social", decision=kf(2018, 3), **about)
    book.grant(
        "dubbel", "Tvålärare", msek("2.8"), subfund="B", board="Skola", decision=kf(2018, 4),
        plan={"Skola": {2020: msek("1.4"), 2021: msek("1.4")}}, **about,
    )  # fmt: skip
    for name, amount in (("Vårdsamverkan", "1.4"), ("Tvålärare", "2.8")):
        net = {"net_cost": msek(amount), "decision": kf(2019)}
        book.use("dubbel", msek(amount), year=2018, project=name, **net)
    book.repay("Tvålärare", "Skola", effect_year=2020, frame_year=2020, decision=kf(2020))
    book.record_result(2020, msek("7"))
    book.renew("dubbel", result_year=2020, subfund="B", decision=kf(2021))
    return book


def test_two_accounts_and_their_total(console: Console):
    """I8, I9: A is 3.0 − 1.4, B 6.5 − 2.8 + 1.4, together 6.7; of what is granted, 1.4 of 4.2 is never repaid."""
    book = by_python()
    assert book.fund("dubbel").subfunds == (("A", 160_000_000, 0), ("B", 510_000_000, 0))
    console.same_book(book, LINES)
    first, second, both = console.done("show book.sifund fund dubbel").split("\n\n")
    assert [row_of(each, "Utgående")[-1] for each in (first, second, both)] == ["1 600 000", "5 100 000", "6 700 000"]
    assert row_of(second, "Förnyat efter återföring")[-1] == "1 400 000"
    assert "Förnyat" not in first
    assert row_of(console.done("show book.sifund fund dubbel --table versions"), "1")[2] == "B"


def test_neither_part_stands_in_for_the_other(console: Console):
    """I17: 5.2 of B is refused though A and B have 6.7; a plan in A, and none in B, are refused."""
    console.same_book(by_python(), LINES)
    asked = (
        "project grant book.sifund Ny --fund dubbel --unit mkr --board Skola --financing f --start 2021-05-01 --lang en"
    )
    decided = '--decision "KF 2021-05-03 § 1"'
    for more, code in (
        ("--subfund B --amount 5.2 --plan Skola:2022=5.2", "only 5 100 000 kr is set aside and free in dubbel, B"),
        ("--subfund A --amount 1 --plan Skola:2022=1", "PLAN_IN_BUDGET_MODEL"),
        ("--subfund B --amount 1", "PLAN_MISSING"),
    ):
        status, _, err = console(f"{asked} {more} {decided}")
        assert (status, code in err) == (2, True), err
