"""A word in a figures file is none of those that its key takes.

sv: Ett ord i en uppgiftsfil är inget av dem som nyckeln tar.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('[[year]]\nyear = 2014\nkind = "outcom"\nnet_result = "-149"\n')
