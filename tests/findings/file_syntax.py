"""A text in a figures file has no closing quotation mark.

sv: En text i en uppgiftsfil saknar avslutande citattecken.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('entity = "Malmö\nunit = "mkr"\n')
