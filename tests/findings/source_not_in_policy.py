"""A set-aside comes from a source that the fund's policy does not have.

sv: En öronmärkning kommer från en källa som fondens riktlinje inte har.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), source="accumulated_equity", decision=KF)
