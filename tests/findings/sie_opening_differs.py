"""An opening balance was changed after last year was closed.

sv: En ingående balans ändrades efter att förra året stängts.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#UB -1 1930 5.00\n#IB 0 1930 6.00\n")
