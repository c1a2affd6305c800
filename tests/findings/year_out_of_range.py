"""Figures are stated for a year before the balance requirement.

sv: Uppgifter anges för ett år före balanskravet.
"""

from sifund_ledger import YearFigures, sek


def reproduce():
    YearFigures(year=1997, net_result=sek("3 000 000"))
