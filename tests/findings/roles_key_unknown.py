"""A role is misspelt in the file of account roles."""

from sifund_ledger.exchange import parse_roles


def reproduce():
    parse_roles('[accounts]\nequty = ["20*"]')
