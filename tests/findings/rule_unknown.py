"""A programme of one's own has a rule that there is not.

sv: Egna programregler har en regel som inte finns.
"""

from situations import KF, book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.adopt_programme("social", programme=[{"rule": "x"}], valid_from="2014-01-01", decision=KF)
