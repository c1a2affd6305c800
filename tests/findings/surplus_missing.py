"""Something is set aside of a year that made a loss.

sv: Något öronmärks av ett år som gick med förlust.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), result_year=2013, decision=KF)
