"""A project's cost is reported anew, and less of the year's frame was left than has been carried over.

sv: Ett projekts kostnad rapporteras på nytt, och mindre av årets ram var kvar än vad som har överförts.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.report_cost("social", "Navigator", sek("1 000 000"), year=2013, decision=KF)
    book.carry_over("Navigator", sek("3 000 000"), year=2013, decision=KF)
    book.report_cost("social", "Navigator", sek("2 000 000"), year=2013, decision=KF)
    return book.warnings
