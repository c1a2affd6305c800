"""A posted year-end is drawn up once more, and the decision on exceptional grounds is forgotten.

sv: Ett registrerat bokslut upprättas en gång till, och beslutet om synnerliga skäl glöms bort.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    figures = YearFigures(net_result=sek("-1 500 000"))
    cost = sek("1 000 000")
    book.use("social", cost, year=2013, project="Navigator", net_cost=cost, decision=KF)
    book.year_end(2013, figures, grounds_decision=KF).post()
    return book.year_end(2013, figures)
