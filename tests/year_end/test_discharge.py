"""KL 11:21: the annual report is approved before discharge is decided, and a close looks at that (R47)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tomelilla import codes

from sifund_ledger import Book, Refused, open_book

DISCHARGE = "KF 2019-04-29 § 46"


def of_2018() -> Book:
    book = open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2019, 6, 30, tzinfo=UTC))
    book.open_equity(2017, 100, opening_deficits=[], decision="KF 2018-04-23 § 1")
    book.record_result(2018, 10)
    return book


@pytest.mark.parametrize("approval", ["KF 2019-04-29 § 45", "KF 2019-04-29 § 9", "KF 2019-03-25 § 101"])
def test_a_report_approved_before_discharge_closes(approval):
    book = of_2018()
    book.decide_discharge(2018, decision=DISCHARGE)
    book.close_year(2018, decision=approval)
    assert "APPROVED_AFTER_DISCHARGE" not in codes(book.warnings) | codes(book.statement(2018).findings)


@pytest.mark.parametrize("approval", ["KF 2019-04-29 § 47", "KF 2019-04-29 § 101", "KF 2019-05-27 § 3"])
def test_a_report_approved_after_discharge_closes_with_a_reason_alone_and_keeps_a_warning(approval):
    book = of_2018()
    book.decide_discharge(2018, decision=DISCHARGE)
    with pytest.raises(Refused) as caught:
        book.close_year(2018, decision=approval)
    (found,) = (each for each in caught.value.findings if each.code == "APPROVED_AFTER_DISCHARGE")
    assert (found.severity, found.place, found.citation) == ("error", "2018", "KL (2017:725) 11:21")
    assert approval in found.message
    assert DISCHARGE in found.message
    book.close_year(2018, decision=approval, reason="Ärendena togs i fel ordning")
    (kept,) = (each for each in book.statement(2018).findings if each.code == "APPROVED_AFTER_DISCHARGE")
    assert kept.severity == "warning"


def test_discharge_recorded_after_the_close_is_looked_at_too():
    book = of_2018()
    book.close_year(2018, decision="KF 2019-04-29 § 47")
    assert "APPROVED_AFTER_DISCHARGE" not in codes(book.statement(2018).findings)
    book.decide_discharge(2018, decision=DISCHARGE)
    assert "APPROVED_AFTER_DISCHARGE" in codes(book.warnings)
    assert "APPROVED_AFTER_DISCHARGE" in codes(book.statement(2018).findings)
    book.move_decision(DISCHARGE, "repealed")
    assert "APPROVED_AFTER_DISCHARGE" not in codes(book.statement(2018).findings)


def test_the_act_of_1991_had_no_such_order_and_a_report_that_is_not_approved_has_none():
    book = open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2019, 6, 30, tzinfo=UTC))
    book.open_equity(2015, 100, opening_deficits=[], decision="KF 2016-04-25 § 1")
    book.record_result(2016, 10)
    book.decide_discharge(2016, decision="KF 2017-04-24 § 46")
    book.close_year(2016, decision="KF 2017-04-24 § 47")
    book.record_result(2017, 10)
    book.decide_discharge(2017, decision="KF 2018-04-23 § 46")
    book.close_year(2017, decision="KF 2018-04-23 § 47", refused=True)
    assert "APPROVED_AFTER_DISCHARGE" not in codes(book.warnings) | codes(book.statement(2017).findings)


def test_the_council_decides_on_discharge_and_a_later_decision_takes_the_place_of_the_earlier():
    book = of_2018()
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.decide_discharge(2018, decision="KS 2019-04-29 § 46")
    book.decide_discharge(2018, decision="KF 2019-04-29 § 5")
    book.decide_discharge(2018, decision=DISCHARGE)
    book.close_year(2018, decision="KF 2019-04-29 § 45")


def test_discharge_is_decided_once_after_the_year_and_another_decision_is_told():
    book = of_2018()
    with pytest.raises(Refused) as caught:
        book.decide_discharge(2018, decision="KF 2018-12-31 § 46")
    assert codes(caught.value.findings) == {"DISCHARGED_BEFORE_YEAR_END"}
    book.decide_discharge(2018, decision=DISCHARGE)
    assert "DISCHARGED_ANEW" not in codes(book.warnings)
    with pytest.raises(Refused) as caught:
        book.decide_discharge(2018, decision=f"{DISCHARGE}, dnr 2019/12")
    assert codes(caught.value.findings) == {"DISCHARGE_RECORDED"}
    book.decide_discharge(2018, decision="KF 2019-05-27 § 60")
    (told,) = (each for each in book.warnings if each.code == "DISCHARGED_ANEW")
    assert DISCHARGE in told.message
    book.move_decision("KF 2019-05-27 § 60", "repealed")
    book.decide_discharge(2018, decision="KF 2019-06-17 § 70")
    assert [each.code for each in book.warnings].count("DISCHARGED_ANEW") == 1
