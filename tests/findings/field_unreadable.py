"""A year is given in words.

sv: Ett år anges med ord.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().close_year("tjugohundratretton", decision=KF)
