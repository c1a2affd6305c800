"""A journal in CSV has thousands with a point.

sv: En journal i CSV har tusental med punkt.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;konto;belopp\nA1;2012-12-31;1930;12.000\n", "cp437")
    return read_general_ledger(folder / "0.csv")
