"""Renewals have the room that reserves, restored deficits and other set-asides leave of the year's result (R53)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sifund_ledger import Decision, ExceptionalGround, OpeningDeficit, Policy, Refused, YearFigures, open_book, sek
from sifund_ledger.balance import balance_requirement

KF = "KF 2014-04-28 § 31"
AFTER = "KF 2018-04-23 § 31"


def book_with_repaid(ore: int = 80, *, deficits: tuple[OpeningDeficit, ...] = ()):
    """A fund under the reversal model whose project has repaid in 2017; that year's result is 100."""
    book = open_book(create="Exempel", actor="ekonomi", clock=lambda: datetime(2019, 6, 30, 12, tzinfo=UTC))
    book.open_equity(2013, sek(100_000), opening_deficits=deficits, decision=KF)
    policy = Policy(name="Riktlinje", source=KF, revolving=True, clawback_mode="automatic_plan")
    book.create_fund("social", policy=policy, decision=KF)
    book.open_fund("social", sek(200), year=2014, decision=KF)
    book.grant(
        "social", "Navigator", sek(ore), board="BUN", financing="ur fonden", decision=KF,
        plan={"BUN": {2017: sek(ore)}}, start=date(2014, 8, 1), end=date(2015, 12, 31),
    )  # fmt: skip
    for year in (2014, 2015, 2016):
        book.record_result(year, sek(0))
    book.use("social", sek(ore), year=2015, project="Navigator", net_cost=sek(ore), decision=KF)
    book.repay("Navigator", "BUN", effect_year=2017, frame_year=2017, decision="KF 2016-11-28 § 80")
    return book


def renewed(book, **figures):
    """What is renewed of 2017 without an amount given, once its figures are posted; kronor."""
    run = book.year_end(2017, YearFigures(net_result=sek(100), **figures))
    run.post()
    before = book.fund("social").balance
    book.renew("social", result_year=2017, decision=AFTER)
    return (book.fund("social").balance - before).amount


def test_an_allocation_to_the_reserve_comes_before_a_renewal():
    book = book_with_repaid()
    reserve = {"reserve_allocated": sek(90), "taxes_and_grants": sek(500), "equity": sek(100_100)}
    decision = Decision.parse("KF 2018-04-23 § 29")
    assert renewed(book, **reserve, reserve_decision=decision, pension_contingency=sek(0)) == 10
    assert book.fund("social").entitled_ore == 7_000  # carried forward


def test_restored_deficits_come_before_a_renewal():
    book = book_with_repaid(deficits=(OpeningDeficit(year=2013, left=sek(70), due_year=2018),))
    assert renewed(book) == 30


def test_without_room_nothing_is_renewed_and_the_right_stays():
    book = book_with_repaid(deficits=(OpeningDeficit(year=2013, left=sek(100), due_year=2018),))
    with pytest.raises(Refused, match="RENEWAL"):
        renewed(book)
    assert book.fund("social").entitled_ore == 8_000


def test_a_voluntary_restoration_out_of_a_negative_result_is_told():
    waived = ExceptionalGround(
        amount=sek(20), deficit_year=2013, effect="waive", reason="Skäl", decision=Decision.parse("KF 2014-04-28 § 1")
    )
    years = (
        YearFigures(year=2013, net_result=sek(-20), exceptional_grounds=(waived,)),
        YearFigures(year=2014, net_result=sek(-3), voluntarily_restored=sek(11)),
    )
    statement = balance_requirement(years, opening_deficits=[])
    assert "RESULT_SPENT_TWICE" in [finding.code for finding in statement.year(2014).findings]
