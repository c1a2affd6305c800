"""A program writes balances with three decimals, or thousands with a point.

sv: Ett program skriver saldon med tre decimaler, eller tusental med punkt.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#IB 0 1930 12.000\n")
