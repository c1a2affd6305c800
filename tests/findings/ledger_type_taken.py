"""The account of class 9 has a type in the main system's file alone.

sv: Kontot i klass 9 har en typ bara i huvudsystemets fil.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    for year, chart in ((2012, "#KTYP 9100 T\n"), (2013, "")):
        text = f"#RAR 0 {year}0101 {year}1231\n#KONTO 9100 Kassa\n{chart}#UB 0 9100 5.00\n#UB 0 2070 -5.00\n"
        opening = "#IB 0 9100 5.00\n#IB 0 2070 -5.00\n" if year == 2013 else ""
        (folder / f"{year}.se").write_text(text + opening, "cp437")
    return read_general_ledger(folder / "2012.se", folder / "2013.se")
