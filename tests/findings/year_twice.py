"""The outcome of a year is given twice.

sv: Ett års utfall anges två gånger.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    earlier = YearFigures(year=2014, net_result=sek("2 000 000"))
    balance_requirement([earlier, YearFigures(year=2014, net_result=sek("3 000 000"))])
