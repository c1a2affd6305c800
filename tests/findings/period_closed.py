"""Something is recorded in a year that the council has closed.

sv: Något registreras på ett år som fullmäktige har stängt.
"""

from situations import KF, closed_book

from sifund_ledger import sek


def reproduce():
    book = closed_book()
    book.use("social", sek("500 000"), year=2013, decision=KF)
