"""A journal in CSV has nothing below the names of its columns.

sv: En journal i CSV har inget under kolumnernas namn.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;konto;belopp\n", "utf-8")
    return read_general_ledger(folder / "0.csv")
