"""A row whose label is misspelt.

sv: En rad vars benämning är felstavad.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "mkr;2015\nÅrets resultat;28\nAvgår realsationsvinster;-3\nBalanskravsresultat;25\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
