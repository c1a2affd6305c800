"""An amount has more decimals than there are öre."""

from sifund_ledger import sek


def reproduce():
    sek("333 333,333")
