"""A transfer was cut off in the middle of a voucher.

sv: En överföring bröts mitt i en verifikation.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n{\n#TRANS 1930 {} 5\n")
