"""The file of account roles has an account of the voucher mapping.

sv: Filen med kontoroller har ett konto som hör till konteringsmallen.
"""

from sifund_ledger.exchange import parse_roles


def reproduce():
    parse_roles('[accounts]\nfree_equity = ["20100"]')
