"""A grant goes to a board that has not been set up yet.

sv: Medel beviljas en nämnd som inte har inrättats ännu.
"""

from datetime import date

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.register_board("AN", valid_from=date(2015, 1, 1), decision=KF)
    book.grant("social", "Nytt", 1, board="AN", financing="ur fonden", decision=KF)
