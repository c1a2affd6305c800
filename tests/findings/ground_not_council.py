"""The executive board waives a deficit, which only the council may.

sv: Kommunstyrelsen beslutar att inte återställa ett underskott, vilket bara fullmäktige får göra.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("3 000 000"),
        deficit_year=2014,
        reason="Sparade medel",
        decision=Decision.parse("KS 2015-03-18 § 52"),
    )
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"), exceptional_grounds=[ground])
    balance_requirement([figures], opening_deficits=[])
