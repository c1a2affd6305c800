"""An export of type 4 has results and not the rows behind them."""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#SIETYP 4\n#RES 0 3010 -6.00\n")
