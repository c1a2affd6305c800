"""An amount is written with a decimal comma.

sv: Ett belopp är skrivet med decimalkomma.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#UB 0 1930 1500,50\n")
