"""A ground rests on a decision that somebody has appealed.

sv: Ett skäl vilar på ett beslut som någon har överklagat.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("3 000 000"),
        deficit_year=2014,
        reason="Sparade medel",
        decision=Decision.parse("KF 2015-04-27 § 40", state="appealed"),
    )
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"), exceptional_grounds=[ground])
    return balance_requirement([figures], opening_deficits=[])
