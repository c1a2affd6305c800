"""An amount is set aside to the result reserve, and no decision of the council is given.

sv: Ett belopp reserveras till resultatreserven, och inget beslut av fullmäktige är angivet.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2024, net_result=sek("60 000"), reserve_allocated=sek("10 000"))
    return balance_requirement([figures], opening_deficits=[])
