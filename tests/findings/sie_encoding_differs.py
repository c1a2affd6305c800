"""A finance system writes #FORMAT PC8 over UTF-8.

sv: Ett ekonomisystem skriver #FORMAT PC8 över UTF-8.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie('#FORMAT PC8\n#FNAMN "Malmö kommun"\n'.encode())
