"""A year-end is posted in November of its own year.

sv: Ett bokslut registreras i november under året självt.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    for year in (2014, 2015, 2016, 2017):
        book.record_result(year, sek(1))
    book.year_end(2018, YearFigures(net_result=sek(1))).post()
