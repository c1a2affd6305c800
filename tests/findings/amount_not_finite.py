"""A share was divided by nothing before it became an amount."""

from decimal import Decimal

from sifund_ledger import sek


def reproduce():
    sek(Decimal("NaN"))
