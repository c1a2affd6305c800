"""Two columns of objects go to one dimension.

sv: Två kolumner med objekt går till samma dimension.
"""

from sifund_ledger.exchange import parse_mapping


def reproduce():
    parse_mapping('[dimensions]\nansvar = "6"')
