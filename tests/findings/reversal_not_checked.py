"""Gains on securities are reversed, and nothing is said of what earlier years have excluded.

sv: Orealiserade vinster på värdepapper återförs, och inget sägs om vad tidigare år har undantagit.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2021, net_result=sek("5 000 000"), unrealised_gains_reversed=sek("4 000 000"))
    return balance_requirement([figures], opening_deficits=[])
