"""A balance stands on an account that the chart does not have.

sv: Ett saldo står på ett konto som kontoplanen inte har.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#UB 0 1930 5.00\n")
