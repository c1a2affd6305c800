"""A voucher of a SIE 5 file has a date that no calendar has.

sv: En verifikation i en SIE 5-fil har ett datum som ingen kalender har.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(
        b'<SieEntry xmlns="http://www.sie.se/sie5"><Journal id="A">'
        b'<JournalEntry id="7" journalDate="2014-02-30"/></Journal></SieEntry>'
    )
