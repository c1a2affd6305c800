"""A year-end is posted though the year before has no result.

sv: Ett bokslut registreras fast året före saknar resultat.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2015, YearFigures(net_result=sek(1))).post()
