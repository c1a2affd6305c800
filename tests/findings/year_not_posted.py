"""A year is closed before its result is recorded.

sv: Ett år stängs innan dess resultat är registrerat.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.close_year(2014, decision=KF)
