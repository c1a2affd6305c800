"""A quotation mark is missing in the file of account roles."""

from sifund_ledger.general import parse_roles


def reproduce():
    parse_roles('[accounts]\nequity = ["20*]')
