"""The figures state another result than the book has.

sv: Uppgifterna anger ett annat resultat än boken har.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2013, YearFigures(net_result=sek("-1 400 000")))
