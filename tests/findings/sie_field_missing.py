"""A program without last year's dates writes a #RAR without any."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#RAR 0\n")
