"""A table printed with another result than the book's.

sv: En tabell som är tryckt med ett annat resultat än bokens.
"""

from situations import closed_book

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "kr;2013\nÅrets resultat;7\nÅrets balanskravsresultat;7\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv", book=closed_book())
