"""An export lacks the vouchers of December.

sv: En export saknar verifikationerna för december.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    rows = b"#VER A 1 20131105\n{\n#TRANS 1930 {} 1.00\n#TRANS 3010 {} -1.00\n}\n"
    return parse_sie(b"#SIETYP 4\n#IB 0 1930 5.00\n#UB 0 1930 8.00\n" + rows)
