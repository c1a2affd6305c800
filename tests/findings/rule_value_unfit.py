"""A rule that asks for a number is given a word.

sv: En regel som kräver ett tal får ett ord.
"""

from situations import KF, book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    rules = [{"rule": "max_years", "value": "x"}]
    book.adopt_programme("social", programme=rules, valid_from="2014-01-01", decision=KF)
