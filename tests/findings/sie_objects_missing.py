"""A program writes #PBUDGET without the braces of the object list.

sv: Ett program skriver #PBUDGET utan objektlistans klamrar.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#PBUDGET 0 201201 3010 -100.00\n")
