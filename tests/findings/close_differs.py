"""A year is to be closed with another equity than its annual report states.

sv: Ett år ska stängas med ett annat eget kapital än årsredovisningen anger.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek
from sifund_ledger.year_end.tie_out import closing_faults, tie_out


def reproduce():
    figures = YearFigures(net_result=sek("-1 500 000"), equity=sek("420 000 000"))
    return tuple(closing_faults(tie_out(book_with_a_fund().year_end(2013, figures))))
