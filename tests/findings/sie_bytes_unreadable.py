"""A file begins with the mark of UTF-8 and goes on in Latin-1.

sv: En fil börjar med märket för UTF-8 och fortsätter i Latin-1.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'\xef\xbb\xbf#FNAMN "Malm\xf6 kommun"\n')
