"""Something is left of the equalisation reserve at the end of 2033.

sv: Något återstår av resultatutjämningsreserven vid utgången av 2033.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2033, net_result=sek("3 000 000"), equalisation_reserve_before=sek("7 000 000"))
    return balance_requirement([figures], opening_deficits=[])
