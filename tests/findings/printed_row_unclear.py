"""Amounts parted by single blanks that can be divided in two ways.

sv: Belopp med enkla mellanslag som går att dela på två sätt.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "Belopp i tkr 2015 2014\nÅrets resultat 12 345 678\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
