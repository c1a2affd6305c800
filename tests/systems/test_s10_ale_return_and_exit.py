"""S10, Ale's part B: what is granted pays back, the first saving comes within three years, and there is an exit plan
(lines 743–749, 757–760).

MSEK: a grant of 2.4 from March 2018; 2.39 paid back is too little, a first saving in 2022 a year late.
"""

from __future__ import annotations

import pytest
from console import Console, row_of
from programme_books import fund_book, kf, msek, new_book, warned

from sifund_ledger import Book, Refused, presets

GRANTED = {"day": "2018-02-15", "by": "KF", "level": "council", "decision": "KF 2018-02-15 § 7"}


def applied(**declared: object) -> object:
    """Start 2018-03-01, a grant of 2.4, with an exit plan and two operations unless it says otherwise."""
    book = fund_book(programme="ale", year=2018)
    about = {"sought": msek("2.4"), "effect": msek("2.4"), "start": "2018-03-01", "first_effect": 2021,
             "exit_plan": "Övertas av Skola i verksamhetsplanen 2021"}  # fmt: skip
    book.declare_application("Navigator", day="2018-01-10", fund="social", **{**about, **declared})
    for board, unit in (("Skola", "Elevhälsan"), ("Social", "Öppenvården")):
        book.join_project("Navigator", board, operation=unit, day="2018-01-10")
    book.reach_stage("Navigator", "applied", day="2018-01-20", by="rektor")
    return book


def granted(**declared: object) -> list[str]:
    book = applied(**declared)
    book.reach_stage("Navigator", "granted", **GRANTED)
    return warned(book, "RULE_BREACHED")


def test_what_pays_back_in_time_with_an_exit_plan_is_granted():
    assert granted() == []


def test_a_plan_below_the_grant_is_refused():
    with pytest.raises(Refused, match="It is 2 390 000 kr; at least 2 400 000 kr") as caught:
        granted(effect=msek("2.39"))
    assert [each.code for each in caught.value.findings] == ["RULE_REFUSES"]


def test_a_first_saving_in_2021_passes_and_one_in_2022_is_flagged():
    (found, again) = granted(first_effect=2022)
    assert "It is 2022; 2021 at the latest." in found
    assert found == again


def test_without_an_exit_plan_it_is_refused():
    with pytest.raises(Refused, match=r"a plan for how the effort becomes ordinary operations\. It is missing"):
        granted(exit_plan=" ")


START = """
equity open BOOK 2017 --amount 320 --unit mkr --opening-deficits inga --decision "KF 2018-04-22 § 1"
fund create BOOK social --policy tomelilla_earmark --decision "KF 2018-04-22 § 1"
fund open BOOK social --amount 5 --unit mkr --year 2018 --decision "KF 2018-04-22 § 1"
programme adopt BOOK ale --fund social --valid-from 2018-01-01 --decision "KF 2018-04-22 § 2"
project declare BOOK Navigator --day 2018-01-10 --fund social --sought 2.4 --effect 2.39 --unit mkr \
 --start 2018-03-01 --first-effect 2022
project join BOOK Navigator --participant Skola --operation Elevhälsan --day 2018-01-10
project join BOOK Navigator --participant Social --operation Öppenvården --day 2018-01-10
"""
MENDED = """
project declare BOOK Navigator --day 2018-02-01 --effect 2.4 --unit mkr --first-effect 2021 \
 --exit-plan "Övertas av Skola i verksamhetsplanen 2021"
project stage BOOK Navigator --stage granted --day 2018-02-15 --by KF --level council --decision "KF 2018-02-15 § 7"
"""


def by_python() -> Book:
    book = new_book(2017, "320", {})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf(2018))
    book.open_fund("social", msek("5"), year=2018, decision=kf(2018))
    book.adopt_programme("social", programme="ale", valid_from="2018-01-01", decision=kf(2018, 2))
    about = {"sought": msek("2.4"), "effect": msek("2.39"), "start": "2018-03-01", "first_effect": 2022}
    book.declare_application("Navigator", day="2018-01-10", fund="social", **about)
    for board, unit in (("Skola", "Elevhälsan"), ("Social", "Öppenvården")):
        book.join_project("Navigator", board, operation=unit, day="2018-01-10")
    return book


def test_on_the_command_line_each_rule_is_named_with_its_source(console: Console):
    """Two rules refuse it, one is flagged; mended, it is granted, and the same book comes of both roads."""
    console.same_book(by_python(), START)
    status, shown, err = console("programme show book.sifund eligibility --project Navigator --lang en")
    assert (status, err.count("RULE_REFUSES")) == (1, 2)
    assert shown.count("Larsson & Södergren") == 4
    assert row_of(shown, "The first saving is to come within 3 years")[1] == "It is 2022; 2021 at the latest."
    granted = MENDED.strip().splitlines()[-1].replace("BOOK", "book.sifund")
    status, _, err = console(f"{granted} --lang en")
    assert (status, "at least 2 400 000 kr" in err) == (2, True), err
    book = by_python()
    plan = "Övertas av Skola i verksamhetsplanen 2021"
    about = {"effect": msek("2.4"), "first_effect": 2021, "exit_plan": plan}
    book.declare_application("Navigator", day="2018-02-01", **about)
    book.reach_stage("Navigator", "granted", **GRANTED)
    console.same_book(book, START.strip(), MENDED.strip(), path="andra.sifund")
    assert "RULE_BREACHED" not in console("programme show andra.sifund eligibility --project Navigator --lang en")[2]
