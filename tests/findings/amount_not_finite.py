"""A share was divided by nothing before it became an amount.

sv: En andel dividerades med noll innan den blev ett belopp.
"""

from decimal import Decimal

from sifund_ledger import sek


def reproduce():
    sek(Decimal("NaN"))
