"""A journal in CSV has the sum of a spreadsheet that was not rounded.

sv: En journal i CSV har en summa ur ett kalkylblad som inte är avrundad.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.csv").write_text(
        "ver;datum;konto;belopp\nA1;2012-12-31;1930;1234.5600000000001\nA1;2012-12-31;2440;-1234.56\n", "utf-8"
    )
    return read_general_ledger(folder / "0.csv")
