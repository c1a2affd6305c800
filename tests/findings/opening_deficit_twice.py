"""The parts of one year's opening deficit are given as two.

sv: Delarna av ett års ingående underskott anges som två underskott.
"""

from sifund_ledger import OpeningDeficit, YearFigures, balance_requirement, sek


def reproduce():
    parts = [OpeningDeficit(year=2012, left=sek("1 000 000")), OpeningDeficit(year=2012, left=sek("500 000"))]
    balance_requirement([YearFigures(year=2014, net_result=sek("3 000 000"))], opening_deficits=parts)
