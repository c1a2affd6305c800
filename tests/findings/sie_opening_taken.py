"""A program states last year's closing balances and no opening ones.

sv: Ett program anger förra årets utgående balanser men inga ingående.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#SIETYP 1\n#RAR 0 20130101 20131231\n#UB -1 1930 500.00\n#UB 0 1930 600.00\n")
