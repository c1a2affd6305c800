"""A table of a year that the book does not have.

sv: En tabell för ett år som boken inte har.
"""

from situations import closed_book

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "kr;2031\nÅrets resultat;7\nÅrets balanskravsresultat;7\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv", book=closed_book())
