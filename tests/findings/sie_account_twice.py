"""A file declares an account twice, with two names.

sv: En fil anger ett konto två gånger, med två namn.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#KONTO 1930 "Bank"\n#KONTO 1930 "Plusgiro"\n')
