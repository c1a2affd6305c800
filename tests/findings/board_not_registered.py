"""A plan of repayment names a board that is not among those registered.

sv: En återföringsplan tar upp en nämnd som inte finns bland de registrerade.
"""

from datetime import date

from situations import KF, book_with_repayments, grant_tidigt


def reproduce():
    book = book_with_repayments()
    book.register_board("BUN", valid_from=date(2014, 1, 1), decision=KF)
    grant_tidigt(book, "Sent")
    return book.warnings
