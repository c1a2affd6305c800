"""The balance requirement result of an open year is corrected as if it were closed.

sv: Balanskravsresultatet för ett öppet år rättas som om året vore stängt.
"""

from situations import APPROVED, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.correct_balance_result(2013, sek(-2), year=2014, reason="En kostnad saknades", decision=APPROVED)
