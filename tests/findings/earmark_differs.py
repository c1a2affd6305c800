"""The figures state a use of earmarks that the book has no record of.

sv: Uppgifterna anger ett ianspråktagande av öronmärkta medel som inte finns i boken.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2013, YearFigures(net_result=sek("-1 500 000"), earmark_used=sek("2 500 000")))
