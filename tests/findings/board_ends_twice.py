"""A board that has been abolished is abolished again.

sv: En nämnd som redan är avskaffad avskaffas igen.
"""

from datetime import date

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    for day in (date(2014, 12, 31), date(2015, 12, 31)):
        book.reorganise("SN", successors={"BUN": 1}, last_day=day, reason="Ny organisation", decision=KF)
