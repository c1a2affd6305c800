"""A project taken over half-way has the name of one that is there.

sv: Ett projekt som tas över halvvägs har samma namn som ett som redan finns.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.open_project("social", "Navigator", board="BUN", granted=1, year=2014, decision=KF)
