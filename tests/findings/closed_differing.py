"""A year was closed with a reason although it differs from what it was held against.

sv: Ett år är stängt med angivet skäl trots att det skiljer sig från det som det är avstämt mot.
"""

from situations import APPROVED, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.compare_equity(2011, source="general_ledger", document="2011.se", closing_equity=sek("418 000 001"))
    book.close_year(2011, decision=APPROVED, reason="Avrundat i huvudboken")
    return book.statement(2011).findings
