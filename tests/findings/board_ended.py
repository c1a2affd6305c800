"""A grant goes to a board that has been abolished.

sv: Medel beviljas en nämnd som har avskaffats.
"""

from datetime import date

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.reorganise("SN", successors={"BUN": 1}, last_day=date(2013, 1, 1), reason="Ny organisation", decision=KF)
    book.grant("social", "Nytt", 1, board="SN", financing="ur fonden", decision=KF)
