"""Figures are stated without saying for which year.

sv: Uppgifter anges utan att säga för vilket år.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    balance_requirement([YearFigures(net_result=sek("3 000 000"))])
