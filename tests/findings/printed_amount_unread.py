"""An amount whose mark may part thousands or decimals.

sv: Ett belopp vars tecken kan skilja tusental eller decimaler.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "mkr;2015\nÅrets resultat;28,700\nBalanskravsresultat;28,700\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
