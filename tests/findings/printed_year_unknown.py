"""A table that does not say its year.

sv: En tabell som inte säger sitt år.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "Belopp i mkr\nÅrets resultat\t28\nBalanskravsresultat\t28\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
