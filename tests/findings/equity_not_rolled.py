"""Equity has grown by more than the result of the year.

sv: Eget kapital har vuxit med mer än årets resultat.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = [
        YearFigures(year=2024, net_result=sek("50 000"), equity=sek("1 140 000")),
        YearFigures(year=2025, net_result=sek("-22 300"), equity=sek("1 200 000")),
    ]
    return balance_requirement(figures, opening_deficits=[])
