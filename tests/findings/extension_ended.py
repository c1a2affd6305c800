"""The council extends a deficit's deadline to a year that has passed.

sv: Fullmäktige förlänger tidsgränsen för ett underskott till ett år som redan gått ut.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    late = ExceptionalGround(
        amount=sek("1 000 000"), deficit_year=2015, reason="Uppskov", effect="extend", due_year=2020,
        decision=Decision.parse("KF 2025-04-28 § 12"),
    )  # fmt: skip
    figures = [YearFigures(year=2015, net_result=sek("-1 000 000"))]
    figures += [YearFigures(year=year, net_result=sek(0)) for year in range(2016, 2024)]
    return balance_requirement([*figures, YearFigures(year=2024, net_result=sek(0), exceptional_grounds=[late])])
