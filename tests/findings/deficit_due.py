"""A deficit of 2011 is not restored in 2014, the last year for it.

sv: Ett underskott från 2011 är inte återställt 2014, som är sista året.
"""

from sifund_ledger import OpeningDeficit, YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2014, net_result=sek("500 000"))
    return balance_requirement([figures], opening_deficits=[OpeningDeficit(year=2011, left=sek("2 000 000"))])
