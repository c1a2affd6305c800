"""A journal in CSV has a dimension whose name is not known.

sv: En journal i CSV har en dimension vars namn inte är känt.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;konto;belopp;aktivitet\nA1;2012-12-31;1930;0;77\n", "utf-8")
    return read_general_ledger(folder / "0.csv")
