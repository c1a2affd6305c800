"""The decision that amounts were set aside and granted on is repealed by the court.

sv: Domstolen upphäver det beslut som öronmärkningar och beviljanden vilar på.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.move_decision(KF, "repealed")
    return book.warnings
