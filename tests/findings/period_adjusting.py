"""A grant is recorded in a year that is being closed.

sv: Ett bidrag registreras på ett år som håller på att stängas.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.start_closing(2013)
    book.grant("social", "Nattvandrarna", sek("500 000"), board="SN", financing="ur fonden", decision=KF)
