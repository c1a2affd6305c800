"""A surplus is set aside in a year before the one that it is of.

sv: Ett överskott öronmärks på ett år före det år som det kommer från.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), result_year=2012, year=2011, decision=KF)
