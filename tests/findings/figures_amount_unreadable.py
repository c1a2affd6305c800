"""An amount in a figures file is written with its unit.

sv: Ett belopp i en uppgiftsfil är skrivet med sin enhet.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('[[year]]\nyear = 2014\nnet_result = "-149 mkr"\n')
