"""A file states a type that the format does not have.

sv: En fil anger en typ som formatet inte har.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#SIETYP 6\n")
