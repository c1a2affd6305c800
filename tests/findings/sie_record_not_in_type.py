"""A file of type 2 has objects.

sv: En fil av typ 2 har objekt.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#SIETYP 2\n#OBJEKT 1 "10" "Skola"\n')
