"""A grant from abroad is recorded in its own currency."""

from moneyed import Money

from sifund_ledger import sek


def reproduce():
    sek(Money(250_000, "EUR"))
