"""The balances are those of the half-year report.

sv: Saldona är delårsrapportens.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    text = "#SIETYP 2\n#RAR 0 20130101 20131231\n#OMFATTN 20130630\n#UB 0 1930 500.00\n#RES 0 3010 -500.00\n"
    (folder / "halvår.se").write_text(text, "cp437")
    return read_general_ledger(folder / "halvår.se")
