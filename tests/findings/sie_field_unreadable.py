"""A voucher has a date that no calendar has; its rows count all the same.

sv: En verifikation har ett datum som ingen kalender har; dess rader räknas ändå.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#VER A 1 20130230\n{\n#TRANS 1930 {} 5.00\n#TRANS 2070 {} -5.00\n}\n")
