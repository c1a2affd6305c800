"""A fund is named that has not been made, or is spelt in another way."""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("sociala", sek("1 000 000"), result_year=2012, decision=KF)
