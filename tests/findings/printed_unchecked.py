"""A reserve that is printed below the statement, with nothing to follow it from.

sv: En reserv under utredningen, som inte går att följa från något.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "mkr;2014\nÅrets resultat;100\nBalanskravsresultat;100\nAckumulerad resultatutjämningsreserv;40\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
