"""A surplus is set aside in a year before the one that it is of."""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), result_year=2012, year=2011, decision=KF)
