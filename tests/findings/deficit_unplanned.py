"""A year with a deficit to restore is closed, and no action plan is recorded.

sv: Ett år med ett underskott att återställa stängs, och ingen åtgärdsplan är registrerad.
"""

from situations import APPROVED, book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2013, YearFigures(net_result=sek("-1 500 000"))).post()
    for year in (2011, 2012, 2013):
        book.close_year(year, decision=APPROVED)
    return book.warnings
