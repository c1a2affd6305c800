"""A grant from abroad is recorded in its own currency.

sv: Ett bidrag från utlandet registreras i sin egen valuta.
"""

from moneyed import Money

from sifund_ledger import sek


def reproduce():
    sek(Money(250_000, "EUR"))
