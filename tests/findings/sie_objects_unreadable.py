"""A row names a dimension and no object of it.

sv: En rad anger en dimension men inget objekt i den.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20121231\n{\n#TRANS 1930 {1} 5.00\n}\n")
