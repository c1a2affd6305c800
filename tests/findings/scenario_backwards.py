"""A scenario ends before it begins.

sv: Ett scenario slutar innan det börjar.
"""

from sifund_ledger.simulation import Scenario


def reproduce():
    Scenario.of(first_year=2020, to=2019)
