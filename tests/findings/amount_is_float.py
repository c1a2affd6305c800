"""An amount comes from a calculation in floating point.

sv: Ett belopp kommer från en beräkning med flyttal.
"""

from sifund_ledger import sek


def reproduce():
    sek(1_500_000 * 1.02)
