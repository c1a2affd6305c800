"""An export of type 4 has balances and results, and no vouchers.

sv: En export av typ 4 har balanser och resultat men inga verifikationer.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#SIETYP 4\n#UB 0 1930 6.00\n#RES 0 3010 -6.00\n")
