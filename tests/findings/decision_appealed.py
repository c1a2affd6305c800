"""Something is recorded on a decision that has been appealed.

sv: Något registreras på ett beslut som har överklagats.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.move_decision(KF, "appealed")
    book.set_aside("social", sek("1 000 000"), result_year=2012, decision=KF)
    return book.warnings
