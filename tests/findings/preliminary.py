"""A statement is drawn up from a forecast.

sv: En utredning upprättas av en prognos.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2014, kind="forecast", net_result=sek("-3 000 000"))
    return balance_requirement([figures], opening_deficits=[])
