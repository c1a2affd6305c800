"""The decision on a ground is repealed by a court after the year-end was posted.

sv: Beslutet om ett skäl upphävs av en domstol efter att bokslutet registrerats.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Decision, YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.use("social", sek("2 500 000"), year=2013, decision=KF)
    waiver = Decision.parse("KF 2014-04-28 § 32")
    book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision=waiver).post()
    book.move_decision(waiver, "repealed")
    return book.statement(2013)
