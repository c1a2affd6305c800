"""A dimension in the file of account roles is a name.

sv: En dimension i filen med kontoroller är ett namn.
"""

from sifund_ledger.exchange import parse_roles


def reproduce():
    parse_roles('[dimensions]\nproject = "projekt"')
