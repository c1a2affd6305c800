"""The export is made before the year is closed.

sv: Exporten görs innan året är stängt.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#UB 0 1930 5.00\n")
