"""Taxes and grants are stated, but not the equity that decides between 1 and 2 %.

sv: Skatteintäkter och bidrag anges, men inte det egna kapital som avgör om 1 eller 2 % gäller.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2016, net_result=sek("30 000 000"), taxes_and_grants=sek("1 000 000 000"))
    return balance_requirement([figures], opening_deficits=[])
