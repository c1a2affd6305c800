"""An empty file is read.

sv: En tom fil läses.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"")
