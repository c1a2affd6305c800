"""A file is given that another program has imported."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#FLAGGA 1\n")
