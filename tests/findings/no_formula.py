"""A statement is drawn up for a year before the law had a formula.

sv: En utredning upprättas för ett år innan lagen hade någon formel.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    return balance_requirement([YearFigures(year=2012, net_result=sek("4 000 000"))], opening_deficits=[])
