"""A program leaves out how far the period balances reach.

sv: Ett program utelämnar hur långt periodsaldona sträcker sig.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#SIETYP 3\n")
