"""An amount has more decimals than there are öre.

sv: Ett belopp har fler decimaler än vad ören räcker till.
"""

from decimal import Decimal

from sifund_ledger import sek


def reproduce():
    sek(Decimal("333333.333"))
