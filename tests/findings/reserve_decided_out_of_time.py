"""The allocation to the reserve for 2011 was decided in 2014, and the law asked for it in 2013.

sv: Avsättningen till reserven för 2011 beslutades 2014, men lagen krävde beslut 2013.
"""

from sifund_ledger import Decision, YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2011,
        net_result=sek("30 000 000"),
        reserve_allocated=sek("2 000 000"),
        reserve_decision=Decision.parse("KF 2014-03-31 § 22"),
    )
    balance_requirement([figures], opening_deficits=[])
