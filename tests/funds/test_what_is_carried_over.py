"""A carry-over is at most a project's own part of the year's frame less its own cost, once (ruling R49)."""

from __future__ import annotations

from fund_books import fund_with, kf, msek, refused

from sifund_ledger import presets

YEARLY = presets.budget_textbook.choose(window=(2013, 2016))


def project(amount, frames, *, name="Navigator", book=None):
    book = book or fund_with(YEARLY, "40")
    by_year = {year: msek(part) for year, part in frames.items()}
    book.grant("social", name, msek(amount), board="BUN", financing="ur fonden", frames=by_year, decision=kf(2013))
    return book


def used(book, amount):
    book.use("social", msek(amount), year=2013, project="Navigator", net_cost=msek(amount), decision=kf(2014))


def carry(book, amount, year=2013):
    return book.carry_over("Navigator", msek(amount), year=year, decision=kf(year + 1))


def test_what_was_spent_is_not_carried_over():
    book = project("12", {2013: "10", 2014: "2"})
    used(book, "4")
    refused(lambda: carry(book, "7"), "CARRY_OVER_ABOVE_FRAME", book=book)
    carry(book, "6")


def test_a_frame_is_carried_over_once_and_less_the_reported_cost():
    book = project("4", {2013: "1.5", 2014: "2.5"})
    book.report_cost("social", "Navigator", msek("1.1"), year=2013, decision=kf(2014))
    refused(lambda: carry(book, "0.41"), "CARRY_OVER_ABOVE_FRAME", book=book)
    carry(book, "0.4")
    refused(lambda: carry(book, "0.01"), "CARRY_OVER_ABOVE_FRAME", book=book)
    carry(book, "2.9", year=2014)


def test_another_projects_part_of_the_boards_frame_is_not_carried_over():
    book = project("4", {2013: "1", 2014: "3"})
    project("5", {2013: "5"}, name="Annat", book=book)
    refused(lambda: carry(book, "1.5"), "CARRY_OVER_ABOVE_FRAME", book=book)


def test_what_a_corrected_carry_over_moved_can_be_carried_over_again():
    book = project("4", {2013: "1.5", 2014: "2.5"})
    carry(book, "1.5")
    moved = book.head.seq
    book.correct(moved, reason="Fel år", decision=kf(2014))
    carry(book, "1.5")
    assert book.head.seq == moved + 2


def test_what_is_carried_over_is_of_the_projects_own_fund():
    book = project("4", {2013: "1.5", 2014: "2.5"})
    book.create_fund("andra", policy=YEARLY, decision=kf(2013))
    book.open_fund("andra", msek(10), year=2013, decision=kf(2013))
    book.grant("andra", "Lyan", msek(2), board="BUN", financing="ur fonden", decision=kf(2013))
    before = book.frames("social", budget_year=2013)
    book.carry_over("Lyan", msek("0.5"), year=2013, decision=kf(2014))
    carry(book, "1.5")
    book.correct(book.head.seq, reason="Fel", decision=kf(2014))
    assert book.frames("social", budget_year=2013) == before
    changes = {row.cells[0]: row.cells[2] for row in book.frames("andra", budget_year=2013).rows}
    assert changes == {2013: 150_000_000, 2014: 50_000_000}
    carried = {
        fund: [(row.cells[0], row.cells[-1]) for row in book.carry_overs(fund).rows] for fund in ("social", "andra")
    }
    assert carried == {"social": [("Navigator", 0)], "andra": [("Lyan", 50_000_000)]}
