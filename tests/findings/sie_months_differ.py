"""A file has the months to November, and the balances at the year's end.

sv: En fil har månaderna till och med november, och saldona vid årets slut.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    months = "".join(f"#PSALDO 0 2013{month:02d} 5010 {{}} 75.00\n" for month in range(1, 12))
    return parse_sie(f"#SIETYP 2\n#RES 0 5010 900.00\n{months}".encode())
