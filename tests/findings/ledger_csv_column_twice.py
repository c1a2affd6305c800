"""A journal in CSV has both the day of the voucher and the day it was entered.

sv: En journal i CSV har både verifikationsdag och registreringsdag.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text(
        "ver;verdatum;bokföringsdatum;konto;belopp\nA1;2012-12-31;2013-01-09;1930;0\n", "utf-8"
    )
    return read_general_ledger(folder / "0.csv")
