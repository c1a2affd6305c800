"""A deficit is extended to the very year that it is due in already.

sv: Tiden för ett underskott förlängs till just det år då det redan ska vara återställt.
"""

from sifund_ledger import Decision, ExceptionalGround, YearFigures, balance_requirement, sek


def reproduce():
    ground = ExceptionalGround(
        amount=sek("3 000 000"),
        deficit_year=2014,
        reason="Omställning under flera år",
        decision=Decision.parse("KF 2015-04-27 § 40"),
        effect="extend",
        due_year=2017,
    )
    figures = YearFigures(year=2014, net_result=sek("-3 000 000"), exceptional_grounds=[ground])
    balance_requirement([figures], opening_deficits=[])
