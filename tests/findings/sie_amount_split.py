"""A program writes amounts with a blank between thousands.

sv: Ett program skriver belopp med blank mellan tusental.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#KONTO 1930 Bank\n#UB 0 1930 12 345.00\n")
