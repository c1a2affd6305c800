"""A file is given that another program has imported.

sv: En fil anges som ett annat program redan har läst in.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#FLAGGA 1\n")
