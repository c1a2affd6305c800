"""The municipality's own table adds the use of an earmark below the balance requirement result.

sv: Kommunens egen tabell lägger till ianspråktagandet av en öronmärkning under balanskravsresultatet.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"), earmark_used=sek("2 500 000"), presentation="below")
    return balance_requirement([figures], opening_deficits=[])
