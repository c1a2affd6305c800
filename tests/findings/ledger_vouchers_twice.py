"""The main system's export already has the vouchers of the payroll system.

sv: Huvudsystemets export har redan lönesystemets verifikationer.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    head = "#SIETYP 4\n#RAR 0 20130101 20131231\n"
    wages = "#VER L 1 20130125 Löner\n{\n#TRANS 5010 {} 900.00\n#TRANS 1930 {} -900.00\n}\n"
    (folder / "2013.se").write_text(f"{head}#IB 0 1930 1000.00\n#IB 0 2070 -1000.00\n{wages}", "cp437")
    (folder / "löner.si").write_text(head + wages, "cp437")
    return read_general_ledger(folder / "2013.se", folder / "löner.si")
