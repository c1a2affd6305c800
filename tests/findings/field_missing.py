"""A year in a figures file has no result.

sv: Ett år i en uppgiftsfil saknar resultat.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures("[[year]]\nyear = 2014\n")
