"""A year is asked for that the statement does not have.

sv: Ett år efterfrågas som utredningen inte har.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    statement = balance_requirement([YearFigures(year=2014, net_result=sek("3 000 000"))], opening_deficits=[])
    statement.year(2015)
