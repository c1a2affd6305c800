"""Equity is opened a second time.

sv: Det egna kapitalet läggs in en andra gång.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.open_equity(2013, sek("420 500 000"), opening_deficits=[], decision=KF)
