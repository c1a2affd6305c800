"""Something is recorded in a year that the council has closed.

sv: Något registreras på ett år som fullmäktige har stängt.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.close_year(2013, decision=KF)
    book.use("social", sek("500 000"), year=2013, decision=KF)
