"""A text has a quotation mark inside it, without a backslash.

sv: En text har ett citattecken inuti, utan omvänt snedstreck.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#KONTO 1110 "Kv "Linden" 2"\n')
