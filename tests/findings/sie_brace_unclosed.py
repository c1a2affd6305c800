"""A row's object list has lost its closing brace.

sv: En rads objektlista har förlorat sin avslutande klammer.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#VER A 1 20121231\n{\n#TRANS 1930 {1 "0123" 5.00\n}\n')
