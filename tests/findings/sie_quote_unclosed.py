"""An old program wrote å, ä and ö as quotation marks.

sv: Ett gammalt program skrev å, ä och ö som citattecken.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#KONTO 1684 "Fordringar hos leverant"r"\n')
