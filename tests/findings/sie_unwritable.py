"""Somebody gives the objects of a balance to #IB, which has none.

sv: Någon anger objekten för ett saldo till #IB, som inte har några.
"""

from sifund_ledger.exchange.sie import SieBalance, SieDocument, sie_bytes


def reproduce():
    sie_bytes(SieDocument(type="4E", balances=[SieBalance("IB", 0, "1930", 500, (("1", "0123"),))]))
