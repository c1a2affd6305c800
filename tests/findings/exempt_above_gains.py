"""Only the gains that are not exempt were given as all gains.

sv: Bara de vinster som inte är undantagna angavs som alla vinster.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2014,
        net_result=sek("3 000 000"),
        realised_gains=sek("200 000"),
        realised_gains_exempt=sek("500 000"),
    )
    return balance_requirement([figures], opening_deficits=[])
