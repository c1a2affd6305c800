"""A board's effect of a year is stated once more, and takes the place of what was stated before.

sv: En nämnds effekt för ett år anges en gång till, och ersätter den som var angiven.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.measure("Tidigt", "SN", sek("800 000"), effect_year=2016, decision=LATER)
    book.measure("Tidigt", "SN", sek("300 000"), effect_year=2016, decision=LATER)
    return book.warnings
