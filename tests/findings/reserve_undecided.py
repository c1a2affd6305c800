"""A year-end that moves a reserve is posted without the council's decision on it.

sv: Ett bokslut som ändrar en reserv registreras utan fullmäktiges beslut om det.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    figures = YearFigures(net_result=sek("9 000 000"), reserve_allocated=sek("1 000 000"))
    book_with_a_fund().year_end(2014, figures).post()
