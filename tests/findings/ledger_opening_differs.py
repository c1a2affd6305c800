"""An account was changed in 2012 after its file was exported.

sv: Ett konto ändrades för 2012 efter att filen exporterats.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    for year, label, amount in ((2012, "UB", 500), (2013, "IB", 400)):
        stated = f"#{label} 0 1930 {amount}.00\n#{label} 0 2070 -{amount}.00\n"
        text = f"#SIETYP 1\n#RAR 0 {year}0101 {year}1231\n{stated}"
        (folder / f"{year}.se").write_text(text, "cp437")
    return read_general_ledger(folder / "2012.se", folder / "2013.se")
