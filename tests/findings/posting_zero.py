"""An adjustment of equity is recorded with the amount zero.

sv: En justering av eget kapital registreras med beloppet noll.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.adjust_equity(2013, 0, reason="Ändrad redovisningsprincip", decision=KF)
