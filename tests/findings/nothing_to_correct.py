"""A record is corrected that has moved nothing.

sv: En post som inte har ändrat något rättas.
"""

from situations import book_with_a_fund, record_of


def reproduce():
    book = book_with_a_fund()
    book.correct(record_of(book, "fund_created"), reason="Fel namn")
