"""A ground is stated in the figures of a year before the deficit arose.

sv: Ett skäl anges i uppgifterna för ett år innan underskottet uppstod.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("1 000 000"),
        deficit_year=2015,
        reason="Sparade medel",
        decision=Decision.parse("KF 2016-04-25 § 38"),
    )
    years = [
        YearFigures(year=2014, net_result=sek("2 000 000"), exceptional_grounds=[ground]),
        YearFigures(year=2015, net_result=sek("-1 000 000")),
    ]
    balance_requirement(years, opening_deficits=[])
