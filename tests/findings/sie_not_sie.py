"""A list of amounts has got into a SIE file.

sv: En lista med belopp har hamnat i en SIE-fil.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b"#FLAGGA 0\n" + b"1930;5,00\n" * 20_000)
