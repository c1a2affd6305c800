"""The decision that waives a deficit is the one on the budget, taken before the year.

sv: Beslutet att inte återställa ett underskott är budgetbeslutet, som fattades före året.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("3 000 000"),
        deficit_year=2014,
        reason="Sparade medel",
        decision=Decision.parse("KF 2013-11-25 § 120"),
    )
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"), exceptional_grounds=[ground])
    return balance_requirement([figures], opening_deficits=[])
