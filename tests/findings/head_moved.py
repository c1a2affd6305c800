"""Somebody has recorded since the command was prepared.

sv: Någon har registrerat något sedan kommandot förbereddes.
"""

from situations import book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    seen = book.head
    book.record_result(2014, sek("2 000 000"))
    with book.batch(expected_head=seen):
        book.record_result(2015, sek("3 000 000"))
