"""More is set aside to the equalisation reserve than what the result has above 1 % of taxes and grants.

sv: Mer avsätts till resultatutjämningsreserven än vad resultatet har över 1 % av skatteintäkter och bidrag.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2016,
        net_result=sek("30 000 000"),
        reserve_allocated=sek("21 000 000"),
        taxes_and_grants=sek("1 000 000 000"),
    )
    balance_requirement([figures], opening_deficits=[])
