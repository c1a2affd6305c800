"""A printed result with a row of its own in it.

sv: Ett tryckt resultat med en egen rad i.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "mkr;2013\nÅrets resultat;154\nSänkt kalkylränta RIPS;106\nBalanskravsresultat;260\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
