"""A project is expected to cost more than its fund has.

sv: Ett projekt beräknas kosta mer än fonden har.
"""

from situations import book_with_a_programme

from sifund_ledger import sek


def reproduce():
    book = book_with_a_programme()
    book.estimate_cost("social", "Bryggan", sek("7 000 000"), year=2014, day="2014-03-02")
    return book.warnings
