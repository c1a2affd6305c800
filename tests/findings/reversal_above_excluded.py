"""More gains on securities are reversed than earlier years have excluded.

sv: Fler orealiserade vinster på värdepapper återförs än tidigare år har undantagit.
"""

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance import OpeningExcluded


def reproduce():
    years = [
        YearFigures(year=2020, net_result=sek("5 000 000"), unrealised_gains=sek("2 000 000")),
        YearFigures(year=2021, net_result=sek("5 000 000"), unrealised_gains_reversed=sek("4 000 000")),
    ]
    return balance_requirement(years, opening_deficits=[], opening_excluded=OpeningExcluded())
