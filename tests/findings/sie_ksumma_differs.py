"""Somebody changed a file with a control total in a text editor.

sv: Någon har ändrat en fil med kontrollsumma i en textredigerare.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#FLAGGA 0\n#KSUMMA\n#KONTO 1930 "Bank"\n#KSUMMA 1\n')
