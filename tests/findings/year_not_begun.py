"""An earmark is used in a year to come.

sv: En öronmärkning ianspråktas under ett kommande år.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book_with_a_fund().use("social", sek(1), year=2052, decision=KF)
