"""A date in a figures file is one that the calendar does not have.

sv: Ett datum i en uppgiftsfil finns inte i kalendern.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('[[year]]\nyear = 2014\nas_of = "2014-06-31"\nnet_result = "-149"\n')
