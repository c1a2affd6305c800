"""A year is closed a second time."""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.close_year(2013, decision=KF)
    book.close_year(2013, decision=KF)
