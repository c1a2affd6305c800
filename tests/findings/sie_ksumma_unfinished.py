"""The end of a file with a control total is missing.

sv: Slutet på en fil med kontrollsumma saknas.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#FLAGGA 0\n#KSUMMA\n#KONTO 1930 "Bank"\n')
