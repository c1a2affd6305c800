"""A year from open to locked: the states that its records lead to, and the one way back (R25)."""

from __future__ import annotations

import pytest
from tomelilla import APPROVAL, GROUNDS, KF, close_before, tomelilla, year_end

from sifund_ledger import Decision, Refused, sek
from sifund_ledger.year_end.year_states import YEAR_STATES, YearState

IN_2013 = Decision.parse("KF 2013-10-28 § 99")
HANDED_BACK = Decision.parse("KS 2014-04-02 § 9")


def test_R25_a_year_goes_from_open_to_approved_and_locked():
    book = tomelilla()
    close_before(book)
    passed = [book.year_state(2013)]
    for step in (
        year_end(book, grounds_decision=GROUNDS).post,
        lambda: book.start_closing(2013),
        lambda: book.close_year(2013, decision=APPROVAL),
    ):
        step()
        passed.append(book.year_state(2013))
    assert passed == list(YearState)[:4]
    assert book.year_state(2010) is YearState.LOCKED  # opened with, and never approved here
    assert list(YEAR_STATES) == list(YearState)


def test_R25_only_a_year_handed_over_opens_again_and_by_a_decision():
    book = tomelilla()
    close_before(book)
    with pytest.raises(Refused, match="PERIOD_BACKWARDS"):
        book.reopen_year(2013, decision=HANDED_BACK)
    year_end(book).post()
    book.start_closing(2013)
    with pytest.raises(Refused, match="PERIOD_ADJUSTING"):
        book.grant("social", "Nytt", sek(1), board="BUN", financing="ur fonden", decision=IN_2013)
    with pytest.raises(Refused, match="DECISION_UNREADABLE"):
        book.reopen_year(2013, decision="")
    book.reopen_year(2013, decision=HANDED_BACK, reason="En faktura saknades")
    assert book.year_state(2013) is YearState.CLOSING_ENTRIES
    *_, moved = book.records()
    assert (moved.event.state, moved.decision, moved.note.text) == ("open", HANDED_BACK, "En faktura saknades")
    year_end(book, result="-1 500 001").post()
    book.start_closing(2013)
    book.close_year(2013, decision=APPROVAL)
    with pytest.raises(Refused, match="PERIOD_BACKWARDS") as caught:
        book.reopen_year(2013, decision=Decision.parse("KF 2015-04-27 § 1"))
    assert "book.correct(…)" in caught.value.findings[0].remedy


def test_a_book_with_a_year_opened_again_reads_back_the_same(tmp_path):
    from sifund_ledger import open_book

    path = tmp_path / "a.sifund"
    with open_book(path, create="Tomelilla", actor="ekonomi") as book:
        book.open_equity(2012, sek(100), opening_deficits=[], decision=KF)
        book.start_closing(2013)
        book.reopen_year(2013, decision=KF)
        head = book.head
    with open_book(path) as book:
        assert (book.head, book.year_state(2013)) == (head, YearState.OPEN)
