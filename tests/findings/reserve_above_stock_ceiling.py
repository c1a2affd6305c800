"""The result reserve would be larger than 5 % of taxes and grants.

sv: Resultatreserven skulle bli större än 5 % av skatteintäkter och bidrag.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2025,
        net_result=sek("80 000 000"),
        reserve_allocated=sek("11 000 000"),
        reserve_before=sek("40 000 000"),
        taxes_and_grants=sek("1 000 000 000"),
    )
    balance_requirement([figures], opening_deficits=[])
