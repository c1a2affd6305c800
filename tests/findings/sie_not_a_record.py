"""A text with a line break in it was exported as it stood.

sv: En text med radbrytning exporterades som den stod.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#PROSA "Exporterat av\nekonomikontoret"\n')
