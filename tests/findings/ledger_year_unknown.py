"""A general ledger is read from a file that does not say its fiscal year.

sv: En huvudbok läses från en fil utan uppgift om räkenskapsår.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.se").write_text("#SIETYP 4\n#VER A 1 20121231\n{\n}\n", "cp437")
    return read_general_ledger(folder / "0.se")
