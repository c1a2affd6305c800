"""The file of 2013 was forgotten.

sv: Filen för 2013 glömdes bort.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    for year in (2012, 2014):
        (folder / f"{year}.se").write_text(f"#RAR 0 {year}0101 {year}1231\n", "cp437")
    return read_general_ledger(folder / "2012.se", folder / "2014.se")
