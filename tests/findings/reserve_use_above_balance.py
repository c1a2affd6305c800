"""More of the reserve is used than it holds.

sv: Mer av reserven används än vad den innehåller.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2016, net_result=sek("-5 000 000"), reserve_used=sek("5 000 000"), reserve_before=sek("4 000 000")
    )
    balance_requirement([figures], opening_deficits=[])
