"""A use of a closed year is corrected in a later one without a decision.

sv: En användning under ett stängt år rättas under ett senare år utan beslut.
"""

from situations import book_with_a_fund, record_of


def reproduce():
    book = book_with_a_fund()
    book.correct(record_of(book, "set_aside"), reason="Fel belopp", year=2014)
