"""An opening deficit has more left than it arose with.

sv: Av ett ingående underskott är mer kvar än vad det uppkom med.
"""

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance.figures.year_figures import OpeningDeficit


def reproduce():
    opening = [OpeningDeficit(year=2022, left=sek("3 000 000"), arisen=sek("2 000 000"))]
    balance_requirement([YearFigures(year=2024, net_result=sek("9 000 000"))], opening_deficits=opening)
