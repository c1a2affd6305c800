"""The shares of the boards that take over do not make one.

sv: Andelarna för de nämnder som tar över blir inte tillsammans en hel.
"""

from datetime import date

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    day = date(2014, 12, 31)
    book.reorganise("SN", successors={"BUN": "0.5"}, last_day=day, reason="Ny organisation", decision=KF)
