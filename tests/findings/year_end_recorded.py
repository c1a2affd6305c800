"""A year-end is drawn up a second time, with the same figures.

sv: Ett bokslut upprättas en andra gång, med samma uppgifter.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    figures = YearFigures(net_result=sek("-1 500 000"))
    book.year_end(2013, figures).post()
    return book.year_end(2013, figures).standing
