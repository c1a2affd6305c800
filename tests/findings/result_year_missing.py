"""A set-aside does not say of which year's surplus it is."""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), decision=KF)
