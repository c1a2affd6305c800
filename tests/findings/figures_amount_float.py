"""An amount in a figures file stands without quotation marks.

sv: Ett belopp i en uppgiftsfil står utan citattecken.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures("[[year]]\nyear = 2014\nnet_result = -149.5\n")
