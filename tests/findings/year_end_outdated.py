"""An earmark is used between the drawing up of a year-end and its posting.

sv: En öronmärkning tas i anspråk mellan att ett bokslut upprättas och att det registreras.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")))
    book.use("social", sek("2 500 000"), year=2013, decision=KF)
    run.post()
