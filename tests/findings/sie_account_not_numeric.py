"""A program keeps rounding differences on an account called DIFF.

sv: Ett program har öresavrundningar på ett konto som heter DIFF.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#KONTO DIFF "Avrundning"\n')
