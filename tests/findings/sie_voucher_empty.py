"""A voucher was annulled and keeps its number.

sv: En verifikation har makulerats och behåller sitt nummer.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n{\n}\n")
