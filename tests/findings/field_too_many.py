"""A list in a figures file is longer than any municipality's.

sv: En lista i en uppgiftsfil är längre än någon kommuns.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    rows = '{ label = "RIPS", amount = "1" }, ' * 201
    parse_figures(f'[[year]]\nyear = 2014\nnet_result = "-149"\nother_adjustments = [{rows}]\n')
