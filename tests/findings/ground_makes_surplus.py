"""More of an earmark is printed among the grounds than there is of a deficit.

sv: Mer av en öronmärkning redovisas bland skälen än vad underskottet är.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2013, net_result=sek("-1 500 000"), earmark_used=sek("2 500 000"), presentation="grounds"
    )
    return balance_requirement([figures], opening_deficits=[])
