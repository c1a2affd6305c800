"""A row names two cost centres.

sv: En rad anger två kostnadsställen.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#VER A 1 20121231\n{\n#TRANS 1930 {1 "10" 1 "20"} 0\n}\n')
