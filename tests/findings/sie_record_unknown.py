"""A program adds a record of its own.

sv: Ett program lägger till en egen post.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#VERKSAMHET 450 "Barn och familj"\n')
