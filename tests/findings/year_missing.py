"""Figures are stated without saying for which year."""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    balance_requirement([YearFigures(net_result=sek("3 000 000"))])
