"""A deficit of 2010 is still there in 2014.

sv: Ett underskott från 2010 finns kvar 2014.
"""

from sifund_ledger import OpeningDeficit, YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2014, net_result=sek("500 000"))
    return balance_requirement([figures], opening_deficits=[OpeningDeficit(year=2010, left=sek("2 000 000"))])
