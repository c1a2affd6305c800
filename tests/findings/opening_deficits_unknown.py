"""Nothing is said of deficits from before the first year.

sv: Inget sägs om underskott från tiden före det första året.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    return balance_requirement([YearFigures(year=2014, net_result=sek("3 000 000"))])
