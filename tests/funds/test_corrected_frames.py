"""What a fund counts beside the accounts is corrected as what it posts is (LKBR 3:7): uses of an appropriation."""

from __future__ import annotations

from fund_books import kf, msek, new_book, refused

from sifund_ledger import Book, presets

FRAME = presets.lulea.choose(legal_form="operating_frame", annual_frame=None)


def used() -> Book:
    """An appropriation of 10 in 2014, 6 of it granted, and 4 used in a year that cost 5."""
    book = new_book(results={2014: "1"}, opened=2013)
    book.create_fund("ram", policy=FRAME, decision=kf(2014))
    book.set_aside("ram", msek(10), result_year=2014, source="operating_frame", decision=kf(2014))
    book.grant("ram", "Navigator", msek(6), board="BUN", financing="ur ramen", decision=kf(2014))
    book.use("ram", msek(4), year=2014, project="Navigator", net_cost=msek(5), decision=kf(2015))
    return book


def test_a_use_of_an_appropriation_is_taken_back_and_recorded_anew():
    book = used()
    book.correct(book.head.seq, reason="Fel belopp", decision=kf(2015))
    assert book.project("Navigator").used_ore == 0
    book.use("ram", msek(5), year=2014, project="Navigator", net_cost=msek(5), decision=kf(2015))
    assert book.project("Navigator").used_ore == 500_000_000


def test_it_is_taken_back_once_and_in_no_closed_year():
    book = used()
    seq = book.head.seq
    book.close_year(2014, decision=kf(2015))
    refused(lambda: book.correct(seq, reason="Fel", decision=kf(2015)), "PERIOD_CLOSED", book=book)
    book.correct(seq, year=2015, reason="Fel", decision=kf(2015))
    refused(lambda: book.correct(seq, year=2015, reason="Fel", decision=kf(2015)), "CORRECTED_ALREADY", book=book)
    assert book.project("Navigator").used_ore == 0


def test_a_use_whose_decision_is_repealed_keeps_the_year_from_closing():
    book = used()
    seq = book.head.seq
    book.move_decision(kf(2015), "repealed")
    refused(lambda: book.close_year(2014, decision=kf(2016)), "REPEALED_NOT_CORRECTED", book=book)
    book.correct(seq, reason="Upphävt", decision=kf(2016))
    book.close_year(2014, decision=kf(2016))


def test_what_a_later_release_rests_on_is_not_taken_back():
    book = used()
    seq = book.head.seq
    book.release("Navigator", msek(2), year=2014, decision=kf(2015))
    grant = next(record.seq for record in book.records() if record.event.kind == "granted_of_frame")
    refused(lambda: book.correct(grant, reason="Fel", decision=kf(2015)), "RESTED_ON", book=book)
    book.correct(seq, reason="Fel", decision=kf(2015))
    assert (book.project("Navigator").used_ore, book.project("Navigator").released_ore) == (0, 200_000_000)
