"""A set-aside comes from a source that there is not.

sv: En öronmärkning kommer från en källa som inte finns.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), source="afa", decision=KF)
