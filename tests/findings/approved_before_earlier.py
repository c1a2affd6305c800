"""An annual report is approved before that of the year before.

sv: En årsredovisning godkänns före den för året innan.
"""

from situations import APPROVED, KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.close_year(2011, decision=APPROVED)
    book.close_year(2012, decision=KF)
