"""A program writes balances with three decimals, or thousands with a point."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#IB 0 1930 12.000\n")
