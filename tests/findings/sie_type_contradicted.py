"""Balances are added to a file of vouchers to import.

sv: Saldon läggs till i en fil med verifikationer att läsa in.
"""

from sifund_ledger.exchange.sie import SieBalance, SieDocument, sie_bytes


def reproduce():
    sie_bytes(SieDocument(type="4I", balances=[SieBalance("UB", 0, "1930", 500)]))
