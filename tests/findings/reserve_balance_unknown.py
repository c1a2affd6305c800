"""The reserve is used, and nothing is said of what it held.

sv: Reserven används, och inget sägs om vad den innehöll.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2016, net_result=sek("-5 000 000"), reserve_used=sek("5 000 000"))
    return balance_requirement([figures], opening_deficits=[])
