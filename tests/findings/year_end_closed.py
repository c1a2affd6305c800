"""The year-end of a closed year is posted with another result.

sv: Bokslutet för ett stängt år registreras med ett annat resultat.
"""

from situations import APPROVED, book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2013, YearFigures(net_result=sek("-1 500 000"))).post()
    for year in (2011, 2012, 2013):
        book.close_year(year, decision=APPROVED)
    book.year_end(2013, YearFigures(net_result=sek("-1 500 001"))).post()
