"""A project is granted more, with another first day than it has.

sv: Ett projekt beviljas mer, med en annan första dag än det har.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    grant = {"board": "BUN", "financing": "ur fonden", "start": "2014-01-01", "decision": KF}
    book.grant("social", "Navigator", sek("1 000 000"), **grant)
    return book.warnings
