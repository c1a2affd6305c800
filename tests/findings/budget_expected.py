"""The outcome of a year is given as its budget, to stand beside the outcome in a report.

sv: Ett års utfall ges som dess budget, att stå bredvid utfallet i en rapport.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures
from sifund_ledger.report import year_report


def reproduce():
    with book_with_a_fund() as book:
        year = book.years[-1]
        year_report(book, year, budget=YearFigures(year=year, net_result=0))
