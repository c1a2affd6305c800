"""A magnitude is given with the sign that the rule applies.

sv: Ett belopp anges med det tecken som regeln redan sätter.
"""

from sifund_ledger import YearFigures, sek


def reproduce():
    YearFigures(year=2014, net_result=sek("3 000 000"), realised_gains=sek("-500 000"))
