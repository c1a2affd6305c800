"""A project's cost of a year is reported once more, and takes the place of what was reported before.

sv: Ett projekts kostnad för ett år rapporteras en gång till, och ersätter den som var rapporterad.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.report_cost("social", "Navigator", sek("1 000 000"), year=2013, decision=KF)
    book.report_cost("social", "Navigator", sek("600 000"), year=2013, decision=KF)
    return book.warnings
