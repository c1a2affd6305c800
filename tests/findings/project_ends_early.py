"""A project's end stands before its start.

sv: Projektets slut ligger före dess start.
"""

from datetime import date

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    days = {"start": date(2014, 1, 1), "end": date(2013, 12, 31)}
    book.grant("social", "P", 1, board="BUN", financing="ur fonden", decision=KF, **days)
