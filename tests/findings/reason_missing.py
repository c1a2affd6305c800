"""Equity is adjusted without a reason.

sv: Det egna kapitalet justeras utan att skäl anges.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.adjust_equity(2013, sek("-2 000 000"), reason="", decision=KF)
