"""The forecast and the outcome of a year are given together.

sv: Ett års prognos och utfall anges tillsammans.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    forecast = YearFigures(year=2014, kind="forecast", net_result=sek("2 000 000"))
    balance_requirement([forecast, YearFigures(year=2014, net_result=sek("3 000 000"))])
