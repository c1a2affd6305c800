"""A use of a closed year is corrected in a later one without a decision.

sv: En användning under ett stängt år rättas under ett senare år utan beslut.
"""

from situations import closed_book, record_of


def reproduce():
    book = closed_book()
    book.correct(record_of(book, "set_aside"), reason="Fel belopp", year=2014)
