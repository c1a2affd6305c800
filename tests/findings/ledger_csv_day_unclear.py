"""A journal in CSV has a day that may be the first of February or the second of January.

sv: En journal i CSV har en dag som kan vara den första februari eller den andra januari.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;konto;belopp\nA1;1/2/2012;1930;0\n", "utf-8")
    return read_general_ledger(folder / "0.csv")
