"""A result restores an older deficit that may wait, and one that is due this year is left.

sv: Ett resultat återställer ett äldre underskott som kan vänta, och ett som ska återställas i år blir kvar.
"""

from sifund_ledger import OpeningDeficit, YearFigures, balance_requirement, sek


def reproduce():
    opening = [
        OpeningDeficit(year=2018, left=sek("3 000 000"), due_year=2025),
        OpeningDeficit(year=2019, left=sek("3 000 000")),
    ]
    return balance_requirement([YearFigures(year=2022, net_result=sek("3 000 000"))], opening_deficits=opening)
