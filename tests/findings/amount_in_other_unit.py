"""An amount in kronor says that it is in thousands of kronor.

sv: Ett belopp i kronor säger att det är i tusental kronor.
"""

from sifund_ledger import sek


def reproduce():
    sek("12 000 tkr")
