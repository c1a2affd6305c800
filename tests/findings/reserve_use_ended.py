"""The equalisation reserve is used after 2033, when it has been dissolved.

sv: Resultatutjämningsreserven används efter 2033, då den har lösts upp.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2034, net_result=sek("-3 000 000"), equalisation_reserve_used=sek("3 000 000"))
    balance_requirement([figures], opening_deficits=[])
