"""A fund is named that has not been made, or is spelt in another way.

sv: En fond anges som inte är inrättad, eller som är stavad på annat sätt.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("sociala", sek("1 000 000"), result_year=2012, decision=KF)
