"""An opening balance is given for a cost centre and a project together."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#OIB 0 1930 {1 100 6 P1} 5.00\n")
