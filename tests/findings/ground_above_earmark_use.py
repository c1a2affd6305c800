"""A ground rests on an earmark of which less was used that year.

sv: Ett skäl vilar på en öronmärkning som togs i anspråk med ett mindre belopp det året.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("2 500 000"),
        deficit_year=2014,
        reason="Användning av öronmärkt eget kapital",
        decision=Decision.parse("KF 2015-04-27 § 40"),
        source="earmark:social",
    )
    figures = YearFigures(
        year=2014, net_result=sek("-3 000 000"), earmark_used=sek("1 000 000"), exceptional_grounds=[ground]
    )
    balance_requirement([figures], opening_deficits=[])
