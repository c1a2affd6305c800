"""A voucher of a SIE 5 file is on an account that the file's chart does not have.

sv: En verifikation i en SIE 5-fil är på ett konto som filens kontoplan inte har.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(
        b'<Sie xmlns="http://www.sie.se/sie5"><Accounts/><Journal id="A"><JournalEntry id="1" journalDate="2014-12-31">'
        b'<LedgerEntry accountId="1930" amount="0"/></JournalEntry></Journal></Sie>'
    )
