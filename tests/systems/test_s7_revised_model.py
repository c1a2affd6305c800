"""S7, Ale 2012–2016: a reversal model that was rebuilt; what had begun keeps the version it began under (703–711).

MSEK: 9.0 of AFA's refund; Bryggan of 1.6 begins in 2013 and repays its whole plan, whatever it saves; Porten of 2.2
begins in 2015 under a second version, by which what is measured comes back, and a floor of 25 %: 0.55 when nothing is.
"""

from __future__ import annotations

from datetime import date

from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets

FIRST = {"repayment_floor_share": "0", "start_deadline_years": None, "end_limit_years_hard": None,
         "loss_bearer": "fund", "presentation": "strict"}  # fmt: skip
CHOSEN = (
    "--choose start_deadline_years=ingen --choose end_limit_years_hard=ingen --choose loss_bearer=fund "
    "--choose presentation=strict --choose repayment_floor_share="
)
LINES = f"""
equity open BOOK 2011 --amount 300 --unit mkr --opening-deficits inga --decision "KF 2012-04-22 § 1"
equity result BOOK 2012 --amount 15 --unit mkr
fund create BOOK återföring --policy ale_2012 {CHOSEN}0 --decision "KF 2012-05-08 § 77"
fund set-aside BOOK återföring --amount 9 --unit mkr --source afa_refund --result-year 2012 \
 --decision "KF 2013-04-22 § 1"
project grant BOOK Bryggan --fund återföring --amount 1.6 --unit mkr --board Skola --financing "ur fonden" \
 --plan Social:2016=1.6 --start 2013-08-01 --end 2014-12-31 --decision "KF 2013-04-22 § 2"
fund change-policy BOOK återföring --policy ale_2012 {CHOSEN}0.25 --choose repayment_basis=max_floor_measured \
 --valid-from 2015-01-01 --decision "KF 2014-11-24 § 9"
project grant BOOK Porten --fund återföring --amount 2.2 --unit mkr --board Skola --financing "ur fonden" \
 --plan Social:2017=2.2 --start 2015-02-01 --end 2015-12-31 --decision "KF 2015-01-26 § 3"
project use BOOK Bryggan --fund återföring --amount 1.6 --net-cost 1.6 --unit mkr --year 2013 \
 --decision "KF 2014-04-22 § 1"
project use BOOK Porten --fund återföring --amount 2.2 --net-cost 2.2 --unit mkr --year 2015 \
 --decision "KF 2016-04-22 § 1"
project close BOOK Bryggan --year 2014 --decision "KF 2016-04-22 § 2"
project close BOOK Porten --year 2015 --decision "KF 2016-04-22 § 2"
project measure BOOK Bryggan --board Social --amount 0 --effect-year 2016 --decision "KF 2017-04-22 § 1"
project measure BOOK Porten --board Social --amount 0 --effect-year 2016 --decision "KF 2017-04-22 § 1"
project settle BOOK Bryggan --frame-year 2017 --decision "KF 2017-04-22 § 2"
project settle BOOK Porten --frame-year 2017 --decision "KF 2017-04-22 § 2"
"""


def by_python() -> Book:
    book = new_book(2011, "300", {2012: "15"})
    first = presets.ale_2012.choose(**FIRST)
    book.create_fund("återföring", policy=first, decision="KF 2012-05-08 § 77")
    book.set_aside("återföring", msek("9"), source="afa_refund", result_year=2012, decision=kf(2013))
    about = {"board": "Skola", "financing": "ur fonden"}
    book.grant(
        "återföring", "Bryggan", msek("1.6"), plan={"Social": {2016: msek("1.6")}}, start=date(2013, 8, 1),
        end=date(2014, 12, 31), decision=kf(2013, 2), **about,
    )  # fmt: skip
    second = first.choose(repayment_floor_share="0.25", repayment_basis="max_floor_measured")
    book.change_policy("återföring", policy=second, valid_from=date(2015, 1, 1), decision="KF 2014-11-24 § 9")
    book.grant(
        "återföring", "Porten", msek("2.2"), plan={"Social": {2017: msek("2.2")}}, start=date(2015, 2, 1),
        end=date(2015, 12, 31), decision="KF 2015-01-26 § 3", **about,
    )  # fmt: skip
    for name, amount, year in (("Bryggan", "1.6", 2013), ("Porten", "2.2", 2015)):
        ore, decision = msek(amount), kf(year + 1)
        book.use("återföring", ore, year=year, project=name, net_cost=ore, decision=decision)
    for name, ended in (("Bryggan", 2014), ("Porten", 2015)):
        book.close_project(name, year=ended, decision=kf(2016, 2))
    for name in ("Bryggan", "Porten"):
        book.measure(name, "Social", 0, effect_year=2016, decision=kf(2017))
    for name in ("Bryggan", "Porten"):
        book.settle(name, frame_year=2017, decision=kf(2017, 2))
    return book


def test_each_keeps_the_version_that_it_began_under(console: Console):
    """I18: nothing is saved; Bryggan repays its plan of 1.6, Porten its floor of 0.55, and the fund bears 1.65."""
    book = by_python()
    shown = {name: (book.project(name).repaid, book.project(name).loss) for name in book.projects}
    assert shown == {"Bryggan": (msek("1.6"), msek("0")), "Porten": (msek("0.55"), msek("1.65"))}
    assert [book.project(name).policy_version for name in shown] == [1, 2]
    console.same_book(book, LINES)
    versions = console.done("show book.sifund fund återföring --table versions")
    assert row_of(versions, "1") == ["ale_2012", "början", "ja", "Bryggan"]
    assert row_of(versions, "2") == ["ale_2012", "2015-01-01", "ja", "Porten"]
    settled = console.done("show book.sifund project Porten --table settlement")
    assert row_of(settled, "Lägsta återföring") == row_of(settled, "Återfört") == ["550 000"]


def test_a_version_that_falls_with_its_decision_is_out_of_the_history():
    book = by_python()
    third = presets.ale_2012.choose(**{**FIRST, "repayment_floor_share": "0.5"})
    book.change_policy("återföring", policy=third, valid_from=date(2018, 1, 1), decision="KF 2017-11-27 § 5")
    book.move_decision("KF 2017-11-27 § 5", state="repealed")
    assert len(book.policy_versions("återföring").rows) == 2
