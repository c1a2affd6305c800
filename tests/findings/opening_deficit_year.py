"""A deficit of a year that is among the figures is given as an opening one too.

sv: Ett underskott från ett år som finns bland uppgifterna anges också som ingående.
"""

from sifund_ledger import OpeningDeficit, YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"))
    balance_requirement([figures], opening_deficits=[OpeningDeficit(year=2014, left=sek("3 000 000"))])
