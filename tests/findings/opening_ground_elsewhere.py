"""An opening deficit is given with the ground of another year's.

sv: Ett ingående underskott anges med skälet för ett annat års underskott.
"""

from sifund_ledger import Decision, ExceptionalGround, OpeningDeficit, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("1 000 000"),
        deficit_year=2012,
        reason="Sparade medel",
        decision=Decision.parse("KF 2013-04-22 § 45"),
    )
    opening = OpeningDeficit(year=2013, left=sek("2 000 000"), grounds=(ground,))
    balance_requirement([YearFigures(year=2014, net_result=sek("3 000 000"))], opening_deficits=[opening])
