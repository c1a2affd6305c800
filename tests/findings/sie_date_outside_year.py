"""A voucher of the year before has come along.

sv: En verifikation från året före har kommit med.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#RAR 0 20130101 20131231\n#VER A 1 20121231\n{\n#TRANS 1930 {} 0\n}\n")
