"""Unrealised gains are deducted in a year before the law knew that row.

sv: Orealiserade vinster dras av ett år innan lagen kände till den raden.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2018, net_result=sek("3 000 000"), unrealised_gains=sek("400 000"))
    balance_requirement([figures], opening_deficits=[])
