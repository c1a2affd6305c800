"""A program keeps rounding differences on an account called DIFF."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#KONTO DIFF "Avrundning"\n')
