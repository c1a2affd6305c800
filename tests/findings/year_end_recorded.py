"""A year-end is posted a second time.

sv: Ett bokslut registreras en andra gång.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    figures = YearFigures(net_result=sek("-1 500 000"))
    book.year_end(2013, figures).post()
    book.year_end(2013, figures).post()
