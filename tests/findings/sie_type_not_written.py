"""A municipality is asked for the type that tax programs read.

sv: En kommun får frågan om den typ som skatteprogram läser.
"""

from sifund_ledger.exchange.sie import SieDocument, sie_bytes


def reproduce():
    sie_bytes(SieDocument(type="1"))
