"""A year is missing among the figures.

sv: Ett år saknas bland uppgifterna.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    years = [YearFigures(year=year, net_result=sek("3 000 000")) for year in (2014, 2016)]
    return balance_requirement(years, opening_deficits=[])
