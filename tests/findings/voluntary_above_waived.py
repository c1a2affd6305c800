"""More is restored voluntarily than was ever waived.

sv: Mer återställs frivilligt än vad som någonsin undantagits.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2022, net_result=sek("3 000 000"), voluntarily_restored=sek("1 000 000"))
    balance_requirement([figures], opening_deficits=[])
