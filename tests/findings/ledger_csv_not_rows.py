"""A log file of another program is read as a journal in CSV.

sv: En loggfil från ett annat program läses som en journal i CSV.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;konto;belopp\n" + "INFO started\n" * 10_001, "utf-8")
    return read_general_ledger(folder / "0.csv")
