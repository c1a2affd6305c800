"""A year's result is recorded a second time.

sv: Ett års resultat registreras en andra gång.
"""

from situations import book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.record_result(2012, sek("4 100 000"))
