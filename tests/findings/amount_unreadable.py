"""An amount is written with its unit or in words."""

from sifund_ledger import sek


def reproduce():
    sek("2,5 mkr")
