"""The council's approval of a closed year is repealed.

sv: Fullmäktiges godkännande av ett stängt år upphävs.
"""

from situations import APPROVED, closed_book

from sifund_ledger import YearFigures, sek


def reproduce():
    book = closed_book()
    book.move_decision(APPROVED, "repealed")
    return book.year_end(2014, YearFigures(net_result=sek(0))).findings
