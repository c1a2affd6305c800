"""A program writes the name of the signature after the signature.

sv: Ett program skriver signaturens namn efter signaturen.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#GEN 20130115 "EK" "Ekonomikontoret"\n')
