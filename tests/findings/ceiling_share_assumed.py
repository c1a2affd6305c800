"""Taxes and grants are stated, but not the equity that decides between 1 and 2 %."""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2016, net_result=sek("30 000 000"), taxes_and_grants=sek("1 000 000 000"))
    return balance_requirement([figures], opening_deficits=[])
