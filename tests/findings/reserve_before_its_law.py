"""What is left of the equalisation reserve is stated as if the result reserve had opened with it in 2024.

sv: Resten av resultatutjämningsreserven anges som om resultatreserven hade börjat med den 2024.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2024, net_result=sek("3 000 000"), reserve_before=sek("7 000 000"))
    return balance_requirement([figures], opening_deficits=[])
