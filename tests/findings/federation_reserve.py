"""A kommunalförbund sets aside to the equalisation reserve without a reason.

sv: Ett kommunalförbund avsätter till resultatutjämningsreserven utan att ange skäl.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2014, net_result=sek("3 000 000"), reserve_allocated=sek("1 000 000"))
    balance_requirement([figures], entity_kind="federation", opening_deficits=[])
