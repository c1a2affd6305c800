"""The year after is given as vouchers alone.

sv: Året därpå anges som enbart verifikationer.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#UB 0 1930 500.00\n#UB 0 2070 -500.00\n", "cp437")
    rows = "ver;datum;konto;belopp\n1;2013-01-05;1930;5,00\n1;2013-01-05;3010;-5,00\n"
    (folder / "2013.csv").write_text(rows, "utf-8")
    return read_general_ledger(folder / "2012.se", folder / "2013.csv")
