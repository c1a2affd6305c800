"""A year-end is drawn up anew with a result that is one krona lower than the one posted.

sv: Ett bokslut upprättas på nytt med ett resultat som är en krona lägre än det registrerade.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2013, YearFigures(net_result=sek("-1 500 000"))).post()
    return book.year_end(2013, YearFigures(net_result=sek("-1 500 001")))
