"""The rows of a voucher follow its #VER without braces.

sv: En verifikations rader följer dess #VER utan klamrar.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n#TRANS 1930 {} 5\n#TRANS 2071 {} -5\n}\n")
