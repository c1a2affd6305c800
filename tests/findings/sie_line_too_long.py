"""A file without line breaks is given for a SIE file.

sv: En fil utan radbrytningar anges som SIE-fil.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#" + b"7" * 2_000_000)
