"""A program writes the rows of a SIE 5 file without the voucher around them.

sv: Ett program skriver raderna i en SIE 5-fil utan verifikationen omkring dem.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(
        b'<SieEntry xmlns="http://www.sie.se/sie5"><Journal id="A"><LedgerEntry accountId="1930" amount="5"/></Journal>'
        b"</SieEntry>"
    )
