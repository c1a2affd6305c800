"""A year-end is drawn up while a project with a grant has a cost that nothing was used for.

sv: Ett bokslut upprättas fast ett beviljat projekt har en kostnad som inget har tagits i anspråk för.
"""

from situations import book_with_a_fund

from sifund_ledger import Decision, YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.report_cost("social", "Navigator", sek("1 000 000"), year=2013, decision=Decision.parse("BUN 2014-01-22 § 4"))
    return book.year_end(2013, YearFigures(net_result=sek("-1 500 000")))
