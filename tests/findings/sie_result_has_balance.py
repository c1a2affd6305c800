"""A program writes the closing balance of an income account as #UB.

sv: Ett program skriver ett intäktskontos utgående saldo som #UB.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#SIETYP 1\n#KONTO 3010 Avgifter\n#KTYP 3010 I\n#UB 0 3010 -100.00\n#RES 0 3010 -100.00\n")
