"""A paragraph sign became the control character that code page 437 has in its place.

sv: Ett paragraftecken blev det styrtecken som teckentabell 437 har på dess plats.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#VER A 1 20121231 "KS \x15 45"\n{\n}\n')
