"""The mapping of vouchers has an account that no book has.

sv: Konteringsmallen för verifikationer har ett konto som ingen bok har.
"""

from sifund_ledger.exchange import parse_mapping


def reproduce():
    parse_mapping('[accounts]\nequity = "2070"')
