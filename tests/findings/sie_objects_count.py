"""An opening balance is given for a cost centre and a project together.

sv: En ingående balans anges för ett kostnadsställe och ett projekt tillsammans.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#OIB 0 1930 {1 100 6 P1} 5.00\n")
