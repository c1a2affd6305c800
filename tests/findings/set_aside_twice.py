"""The same set-aside is registered a second time.

sv: Samma öronmärkning registreras en andra gång.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    for _ in range(2):
        book.set_aside("social", sek(1000), result_year=2012, decision=KF)
    return book.warnings
