"""An amount in kronor is given as if it were in millions.

sv: Ett belopp i kronor anges som om det vore i miljoner.
"""

from sifund_ledger.money import to_ore


def reproduce():
    to_ore("18 000 000", unit="mkr")
