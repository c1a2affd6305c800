"""An account has two closing balances.

sv: Ett konto har två utgående balanser.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#KONTO 1930 "Bank"\n#UB 0 1930 5.00\n#UB 0 1930 6.00\n')
