"""An amount in kronor is given as if it were in millions."""

from sifund_ledger.money import to_ore


def reproduce():
    to_ore("18 000 000", unit="mkr")
