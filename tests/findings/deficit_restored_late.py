"""A deficit of 2019 was due in 2022, and is restored in 2024.

sv: Ett underskott från 2019 skulle ha återställts senast 2022 och återställs först 2024.
"""

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance.figures.year_figures import OpeningDeficit


def reproduce():
    opening = [OpeningDeficit(year=2019, left=sek("3 000 000"))]
    return balance_requirement([YearFigures(year=2024, net_result=sek("9 000 000"))], opening_deficits=opening)
