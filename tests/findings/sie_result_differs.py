"""An export has a result and only half of the rows behind it.

sv: En export har ett resultat men bara hälften av raderna bakom det.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    rows = b"#VER A 1 20131105\n{\n#TRANS 1930 {} 3.00\n#TRANS 3010 {} -3.00\n}\n"
    return parse_sie(b"#SIETYP 4\n#UB 0 1930 3.00\n#RES 0 3010 -6.00\n" + rows)
