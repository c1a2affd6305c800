"""A role has a name where accounts should stand.

sv: En roll har ett namn där konton ska stå.
"""

from sifund_ledger.exchange import parse_roles


def reproduce():
    parse_roles('[accounts]\nequity = ["eget kapital"]')
