"""A file in CSV has a column for each project, and there are thousands of them.

sv: En fil i CSV har en kolumn för varje projekt, och de är tusentals.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    projects = ";".join(str(number) for number in range(1, 2001))
    (folder / "0.csv").write_text(f"ver;datum;konto;{projects}\n", "utf-8")
    return read_general_ledger(folder / "0.csv")
