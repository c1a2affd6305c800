"""A journal in CSV has a date as a spreadsheet shows it.

sv: En journal i CSV har ett datum som ett kalkylblad visar det.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;konto;belopp\nA1;12/31/12;1930;5,00\n", "cp437")
    return read_general_ledger(folder / "0.csv")
