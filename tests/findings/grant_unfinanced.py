"""A grant does not say how it is financed.

sv: Ett bidrag saknar uppgift om hur det finansieras.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.grant("social", "Nattvandrarna", sek("500 000"), board="SN", financing="", decision=KF)
