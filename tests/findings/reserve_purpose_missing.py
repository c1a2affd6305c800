"""The result reserve is used, and the figures do not say to what and why.

sv: Resultatreserven används, och uppgifterna säger inte till vad och varför.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2025, net_result=sek("-3 000 000"), reserve_used=sek("3 000 000"), reserve_before=sek("9 000 000")
    )
    balance_requirement([figures], opening_deficits=[])
