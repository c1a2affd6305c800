"""A role is misspelt in the file of account roles.

sv: En roll är felstavad i filen med kontoroller.
"""

from sifund_ledger.exchange import parse_roles


def reproduce():
    parse_roles('[accounts]\nequty = ["20*"]')
