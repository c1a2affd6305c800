"""A set-aside does not say of which year's surplus it is.

sv: En öronmärkning saknar uppgift om vilket års överskott den gäller.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), decision=KF)
