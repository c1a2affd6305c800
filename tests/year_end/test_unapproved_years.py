"""R47: an annual report that the council did not approve: recorded as such, its year locked, with a warning."""

from __future__ import annotations

import pytest
from tomelilla import APPROVAL, close_before, codes, tomelilla, year_end

from sifund_ledger import Book, Decision, Refused, open_book
from sifund_ledger.year_end.year_states import YearState

NOT_APPROVED = Decision.parse("KF 2014-04-28 § 30")


def posted() -> Book:
    book = tomelilla()
    close_before(book)
    year_end(book).post()
    return book


def test_a_report_that_is_not_approved_is_recorded_as_such_and_locks_its_year():
    book = posted()
    head = book.head
    checkpoint = book.close_year(2013, decision=NOT_APPROVED, refused=True)
    kinds = [record.event.kind for record in book.records(head.seq)]
    assert kinds == ["closed_lacking", "approval_refused", "period_moved", "checkpoint_written"]
    assert [record.decision for record in book.records(head.seq)] == [None, *[NOT_APPROVED] * 3]
    assert (book.period(2013), book.year_state(2013)) == ("closed", YearState.REFUSED)
    assert (checkpoint.seq, book.closed_through) == (head.seq + 3, 2013)
    assert book.year_state(2012) is YearState.APPROVED
    with pytest.raises(Refused, match="PERIOD_CLOSED"):
        book.adjust_equity(2013, 1, reason="Fel", decision=NOT_APPROVED)


def test_the_warning_stays_with_the_year():
    book = posted()
    book.close_year(2013, decision=NOT_APPROVED, refused=True)
    assert "APPROVAL_REFUSED" in codes(book.warnings)
    book.record_result(2014, 0)
    (kept,) = (each for each in book.statement(2014).findings if each.code == "APPROVAL_REFUSED")
    assert (kept.severity, kept.place, kept.citation) == ("warning", "2013", "KL (1991:900) 8:17-18")
    assert kept.text("sv") in book.statement(2013).text()
    assert "inte godkänt årsredovisningen (KF 2014-04-28 § 30)" in book.comparison(2013).text()
    assert "inte godkänt" not in book.comparison(2012).text()
    assert "APPROVAL_REFUSED" in codes(year_end(book).findings)


def test_it_is_asked_what_any_close_is_asked():
    book = posted()
    book.compare_equity(2013, source="general_ledger", net_result=1)
    with pytest.raises(Refused, match="CLOSE_DIFFERS"):
        book.close_year(2013, decision=NOT_APPROVED, refused=True)
    for decision, code in (("KS 2014-04-02 § 9", "DECISION_WITHOUT_AUTHORITY"), ("KF 2013-12-31 § 1", "BEFORE_YEAR_E")):
        with pytest.raises(Refused, match=code):
            book.close_year(2013, decision=decision, refused=True, reason="Rättas 2014")
    book.close_year(2013, decision=NOT_APPROVED, refused=True, reason="Rättas 2014")
    assert {"CLOSED_DIFFERING", "APPROVAL_REFUSED"} <= codes(book.statement(2013).findings)


def test_a_year_after_one_that_was_not_approved_closes_as_any_other():
    book = posted()
    book.close_year(2013, decision="KF 2015-02-23 § 2", refused=True)
    year_end(book, 2014, "0").post()
    with pytest.raises(Refused, match="APPROVED_BEFORE_EARLIER"):
        book.close_year(2014, decision="KF 2015-01-26 § 1")
    book.close_year(2014, decision="KF 2015-04-27 § 1")
    assert [book.year_state(year) for year in (2013, 2014)] == [YearState.REFUSED, YearState.APPROVED]


def test_a_year_end_closes_it_too():
    book = posted()
    year_end(book).close(APPROVAL, refused=True)
    assert book.year_state(2013) is YearState.REFUSED


def test_the_book_that_is_opened_again_says_the_same(tmp_path):
    path = tmp_path / "ale.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, 100, opening_deficits=[], decision="KF 2013-04-22 § 1")
        book.record_result(2013, 10)
        book.close_year(2013, decision=NOT_APPROVED, refused=True)
    with open_book(path) as book:
        assert book.year_state(2013) is YearState.REFUSED
        assert "APPROVAL_REFUSED" in codes(book.statement(2013).findings)
