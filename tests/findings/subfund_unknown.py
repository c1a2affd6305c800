"""A grant names a sub-fund that the fund does not have.

sv: Ett bidrag anger en delfond som fonden inte har.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.grant("social", "Nytt", 1, board="BUN", financing="ur fonden", subfund="B", decision=KF)
