"""The end of a SIE 5 file was lost on its way."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'<SieEntry xmlns="http://www.sie.se/sie5"><Journal id="A"><JournalEntry id="1"')
