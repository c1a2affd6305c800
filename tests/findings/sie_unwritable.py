"""Somebody gives the objects of a balance to #IB, which has none."""

from sifund_ledger.exchange.sie import SieBalance, SieDocument, sie_bytes


def reproduce():
    sie_bytes(SieDocument(type="4E", balances=[SieBalance("IB", 0, "1930", 500, (("1", "0123"),))]))
