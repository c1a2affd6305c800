"""An added row is not written once more as the row that counts.

sv: En tillagd rad skrivs inte en gång till som den rad som räknas.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n{\n#RTRANS 1930 {} 5\n}\n")
