"""A journal in CSV has no column of accounts.

sv: En journal i CSV saknar kolumn för konton.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;belopp\n", "cp437")
    return read_general_ledger(folder / "0.csv")
