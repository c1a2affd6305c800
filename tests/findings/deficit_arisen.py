"""The year makes a deficit.

sv: Året ger ett underskott.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    return balance_requirement([YearFigures(year=2014, net_result=sek("-3 000 000"))], opening_deficits=[])
