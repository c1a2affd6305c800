"""A finance system states UTF-8, and writes it.

sv: Ett ekonomisystem anger UTF-8, och skriver det.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie('#FORMAT UTF-8\n#FNAMN "Malmö kommun"\n'.encode())
