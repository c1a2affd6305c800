"""A program states the fiscal year before as the one that is open.

sv: Ett program anger det förra räkenskapsåret som det öppna.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#RAR 0 20130101 20131231\n#RAR -1 20120701 20130630\n")
