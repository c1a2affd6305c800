"""Two vouchers have the same number.

sv: Två verifikationer har samma nummer.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n{\n}\n" * 2)
