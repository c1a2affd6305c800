"""The equalisation reserve is used in a year with a surplus.

sv: Resultatutjämningsreserven används ett år med överskott.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2016, net_result=sek("3 000 000"), reserve_used=sek("2 000 000"))
    return balance_requirement([figures], opening_deficits=[])
