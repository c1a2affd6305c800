"""A name in a figures file has a line break in it.

sv: Ett namn i en uppgiftsfil innehåller en radbrytning.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('entity = "Malmö\\nstad"\n[[year]]\nyear = 2014\nnet_result = "-149"\n')
