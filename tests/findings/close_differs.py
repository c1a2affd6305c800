"""A year is to be closed that differs from what it was held against.

sv: Ett år ska stängas som skiljer sig från det som det är avstämt mot.
"""

from situations import APPROVED, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.compare_equity(2011, source="general_ledger", document="2011.se", closing_equity=sek("418 000 001"))
    book.close_year(2011, decision=APPROVED)
