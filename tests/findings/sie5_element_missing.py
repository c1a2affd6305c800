"""A program writes SIE 5 without saying whose books they are.

sv: Ett program skriver SIE 5 utan att ange vems bokföring det är.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'<SieEntry xmlns="http://www.sie.se/sie5"><Accounts/></SieEntry>')
