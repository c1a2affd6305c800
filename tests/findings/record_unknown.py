"""A record is corrected that there is not.

sv: En post som inte finns rättas.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.correct(4711, reason="Fel belopp")
