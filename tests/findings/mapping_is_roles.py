"""The file of account roles is given where the mapping of vouchers should be.

sv: Filen med kontoroller anges där konteringsmallen ska stå.
"""

from sifund_ledger.exchange import parse_mapping


def reproduce():
    parse_mapping('[accounts]\nequity = ["20*"]')
