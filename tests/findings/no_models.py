"""Models are to be compared, and none is given.

sv: Modeller ska jämföras, och ingen är angiven.
"""

from sifund_ledger.simulation import Scenario, compare


def reproduce():
    compare(Scenario.of(first_year=2020, to=2021))
