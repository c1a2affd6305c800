"""A company in the group keeps its books in euro.

sv: Ett bolag i koncernen har sin bokföring i euro.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.se").write_text("#VALUTA EUR\n#RAR 0 20130101 20131231\n", "cp437")
    return read_general_ledger(folder / "0.se")
