"""An explanation is asked for of a line that the year's statement does not have.

sv: En förklaring begärs till en rad som årets utredning inte har.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    statement = balance_requirement([YearFigures(year=2014, net_result=sek("3 000 000"))], opening_deficits=[])
    statement.explain("unrealised_gains")
