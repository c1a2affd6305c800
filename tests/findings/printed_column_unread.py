"""A column of amounts without a year above it.

sv: En kolumn med belopp utan ett år över sig.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "mkr;2015;Avvikelse\nÅrets resultat;28;3\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
