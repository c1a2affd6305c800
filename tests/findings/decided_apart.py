"""The use of an earmark is decided on apart, and stands outside the table.

sv: Ianspråktagandet av en öronmärkning beslutas för sig och står utanför tabellen.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2014, net_result=sek("3 000 000"), earmark_used=sek("2 500 000"), presentation="separate_decision"
    )
    return balance_requirement([figures], opening_deficits=[])
