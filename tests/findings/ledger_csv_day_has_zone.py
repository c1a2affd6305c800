"""A journal in CSV has days with a time in another time zone.

sv: En journal i CSV har dagar med klockslag i en annan tidszon.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text("ver;datum;konto;belopp\nA1;2012-12-31T23:30:00Z;1930;0\n", "utf-8")
    return read_general_ledger(folder / "0.csv")
