"""A deduction that is printed without a minus sign.

sv: Ett avdrag som är tryckt utan minustecken.
"""

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.exchange.printed_files import parse_printed

TABLE = "mkr;2014\nÅrets resultat;100\nRealisationsvinster;20\nBalanskravsresultat;80\n"


def reproduce():
    return audit_printed(parse_printed(TABLE, name="tabell.csv"), name="tabell.csv")
