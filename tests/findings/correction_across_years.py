"""A year's result is taken back in another year.

sv: Ett års resultat återtas under ett annat år.
"""

from situations import book_with_a_fund, record_of


def reproduce():
    book = book_with_a_fund()
    book.correct(record_of(book, "result_recorded"), year=2014, reason="Fel belopp")
