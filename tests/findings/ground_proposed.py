"""The annual report is drafted before the council has decided on the ground.

sv: Årsredovisningen är ett utkast och fullmäktige har ännu inte beslutat om skälet.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("3 000 000"),
        deficit_year=2014,
        reason="Sparade medel",
        decision=Decision.parse("KF 2015-04-27 § 40", state="proposed"),
    )
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"), exceptional_grounds=[ground])
    return balance_requirement([figures], opening_deficits=[])
