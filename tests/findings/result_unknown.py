"""A set-aside of a year's surplus is recorded before the year's result.

sv: En öronmärkning av ett års överskott registreras före årets resultat.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), result_year=2014, decision=KF)
