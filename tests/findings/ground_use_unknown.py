"""A ground rests on an earmark's use in a year whose figures are not given.

sv: Ett skäl vilar på att en öronmärkning togs i anspråk under ett år vars uppgifter saknas.
"""

from sifund_ledger import Decision, ExceptionalGround, OpeningDeficit, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("1 000 000"),
        deficit_year=2013,
        reason="Användning av öronmärkt eget kapital",
        decision=Decision.parse("KF 2015-04-27 § 40"),
        source="earmark:social",
    )
    figures = YearFigures(year=2014, net_result=sek("500 000"), exceptional_grounds=[ground])
    return balance_requirement([figures], opening_deficits=[OpeningDeficit(year=2013, left=sek("2 000 000"))])
