"""A record is corrected that has moved nothing."""

from situations import book_with_a_fund, record_of


def reproduce():
    book = book_with_a_fund()
    book.correct(record_of(book, "fund_created"), reason="Fel namn")
