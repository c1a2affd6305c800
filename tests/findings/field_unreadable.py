"""A year in a figures file stands within quotation marks."""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('[[year]]\nyear = "2014"\nnet_result = "-149"\n')
