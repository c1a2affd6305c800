"""A #TRANS stands after the closing brace of its voucher.

sv: En #TRANS står efter verifikationens avslutande klammer.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n{\n}\n#TRANS 1930 {} 5.00\n")
