"""The reserve opens a year at another amount than the year before closed it at.

sv: Reserven börjar ett år med ett annat belopp än året före slutade med.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    years = [
        YearFigures(year=2016, net_result=sek("5 000 000"), reserve_before=sek("40 000 000")),
        YearFigures(year=2017, net_result=sek("5 000 000"), reserve_before=sek("50 000 000")),
    ]
    balance_requirement(years, opening_deficits=[])
