"""A row of the municipality's own is given, and no layout of its own to print it in.

sv: En av kommunens egna rader anges, men ingen egen uppställning att visa den i.
"""

from sifund_ledger import OwnRow, YearFigures, balance_requirement, sek


def reproduce():
    row = OwnRow(label="Sänkt diskonteringsränta (RIPS)", amount=sek("900 000"))
    figures = YearFigures(year=2018, net_result=sek("3 000 000"), other_adjustments=[row])
    balance_requirement([figures], opening_deficits=[])
