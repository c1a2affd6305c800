"""A voucher of the export does not balance.

sv: En verifikation i exporten balanserar inte.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n{\n#TRANS 1930 {} 5\n}\n")
