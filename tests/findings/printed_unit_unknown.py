"""A table that does not say its unit.

sv: En tabell som inte säger sin enhet.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "Post;2015\nÅrets resultat;28\nBalanskravsresultat;28\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
