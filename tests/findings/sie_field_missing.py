"""A program without last year's dates writes a #RAR without any.

sv: Ett program utan förra årets datum skriver en #RAR utan datum.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#RAR 0\n")
