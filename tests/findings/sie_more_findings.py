"""A file has the same fault on more lines than anybody can read."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#FLAGGA 0\n" + b"x\n" * 1500)
