"""A key in a figures file is misspelt.

sv: En nyckel i en uppgiftsfil är felstavad.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('[[year]]\nyear = 2014\nnet_result = "-149"\nrealized_gains = "56"\n')
