"""A year is to be closed whose opening is not what the annual report of the year before closed with.

sv: Ett år ska stängas vars ingående balans inte är den som föregående årsredovisning slutade med.
"""

from situations import APPROVED, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.compare_equity(2010, closing_equity=sek("400 000 001"))
    book.close_year(2011, decision=APPROVED)
