"""The balance requirement result of a closed year is corrected in a later one.

sv: Balanskravsresultatet för ett stängt år rättas under ett senare år.
"""

from situations import closed_book

from sifund_ledger import YearFigures, sek


def reproduce():
    book, decided = closed_book(), "KF 2015-04-27 § 12"
    book.correct_balance_result(2013, sek("-2 000 000"), year=2014, reason="En kostnad saknades", decision=decided)
    return book.year_end(2014, YearFigures(net_result=sek(0))).findings
