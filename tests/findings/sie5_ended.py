"""The end of a SIE 5 file was lost on its way.

sv: Slutet på en SIE 5-fil har gått förlorat på vägen.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'<SieEntry xmlns="http://www.sie.se/sie5"><Journal id="A"><JournalEntry id="1"')
