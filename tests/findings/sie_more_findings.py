"""A file has the same fault on more lines than anybody can read.

sv: En fil har samma fel på fler rader än någon orkar läsa.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#FLAGGA 0\n" + b"x\n" * 1500)
