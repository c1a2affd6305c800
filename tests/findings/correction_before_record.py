"""A grant of 2013 is taken back in 2012.

sv: Ett bidrag beviljat 2013 återtas 2012.
"""

from situations import book_with_a_fund, record_of


def reproduce():
    book = book_with_a_fund()
    book.correct(record_of(book, "granted"), year=2012, reason="Fel belopp")
