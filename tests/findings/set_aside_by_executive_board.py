"""An old set-aside that the executive board decided is entered as history.

sv: En gammal öronmärkning som kommunstyrelsen beslutade läggs in som historik.
"""

from situations import KS, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", 1, result_year=2011, as_history=True, decision=KS)
    return book.warnings
