"""An amount comes from a calculation in floating point."""

from sifund_ledger import sek


def reproduce():
    sek(1_500_000 * 1.02)
