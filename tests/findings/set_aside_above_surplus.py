"""More is set aside of a year than is left of its surplus.

sv: Mer öronmärks av ett år än vad som återstår av dess överskott.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("9 000 000"), result_year=2011, decision=KF)
