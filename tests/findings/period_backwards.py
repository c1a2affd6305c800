"""A year is closed a second time.

sv: Ett år stängs en andra gång.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.close_year(2013, decision=KF)
    book.close_year(2013, decision=KF)
