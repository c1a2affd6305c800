"""More of a deficit is waived than there is.

sv: Mer av ett underskott undantas från återställning än vad som finns.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("4 000 000"),
        deficit_year=2014,
        reason="Sparade medel",
        decision=Decision.parse("KF 2015-04-27 § 40"),
    )
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"), exceptional_grounds=[ground])
    balance_requirement([figures], opening_deficits=[])
