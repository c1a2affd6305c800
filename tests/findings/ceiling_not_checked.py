"""An allocation to the reserve is stated without taxes and grants.

sv: En avsättning till reserven anges utan skatteintäkter och bidrag.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2016, net_result=sek("30 000 000"), reserve_allocated=sek("20 000 000"))
    return balance_requirement([figures], opening_deficits=[])
