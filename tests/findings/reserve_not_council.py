"""The executive board decides on the reserve, which only the council may.

sv: Kommunstyrelsen beslutar om reserven, vilket bara fullmäktige får göra.
"""

from sifund_ledger import Decision, YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2022,
        net_result=sek("30 000 000"),
        reserve_allocated=sek("2 000 000"),
        reserve_decision=Decision.parse("KS 2023-03-01 § 19"),
    )
    balance_requirement([figures], opening_deficits=[])
