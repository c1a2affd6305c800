"""A year in a figures file stands within quotation marks.

sv: Ett årtal i en uppgiftsfil står inom citattecken.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('[[year]]\nyear = "2014"\nnet_result = "-149"\n')
