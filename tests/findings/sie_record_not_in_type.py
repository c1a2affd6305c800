"""A file of type 2 has objects."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#SIETYP 2\n#OBJEKT 1 "10" "Skola"\n')
