"""A year-end is drawn up with last year's figures.

sv: Ett bokslut upprättas med förra årets uppgifter.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2014, YearFigures(year=2013, net_result=sek("-1 500 000")))
