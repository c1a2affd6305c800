"""A programme is adopted by a name that there is not.

sv: Programregler antas under ett namn som inte finns.
"""

from situations import KF, book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.adopt_programme("social", programme="x", valid_from="2014-01-01", decision=KF)
