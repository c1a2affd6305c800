"""An export lacks the vouchers of December."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#SIETYP 4\n#IB 0 1930 5.00\n#UB 0 1930 6.00\n")
