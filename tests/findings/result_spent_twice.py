"""The reserve and a fund together take more than the year's result.

sv: Reserven och en fond tar tillsammans mer än årets resultat.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2016,
        net_result=sek("30 000 000"),
        reserve_allocated=sek("20 000 000"),
        earmark_set_aside=sek("11 000 000"),
    )
    return balance_requirement([figures], opening_deficits=[])
