"""A closed year's result, of which something is earmarked, is corrected to less than that.

sv: Resultatet för ett stängt år, som något är öronmärkt av, rättas till mindre än så.
"""

from situations import closed_book

from sifund_ledger import YearFigures, sek


def reproduce():
    book, decided = closed_book(), "KF 2015-04-27 § 12"
    book.correct_balance_result(2011, sek("6 000 000"), year=2014, reason="En kostnad saknades", decision=decided)
    return book.year_end(2014, YearFigures(net_result=sek(0))).findings
