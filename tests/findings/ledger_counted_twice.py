"""Someone gives the preliminary and the final file of the same year.

sv: Någon anger både den preliminära och den slutliga filen för samma år.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    for number, name in enumerate(("prel", "slutlig")):
        text = f"#SIETYP 4\n#RAR 0 20130101 20131231\n#IB 0 1930 500.00\n#UB 0 1930 50{number}.00\n"
        (folder / f"{name}.se").write_text(text, "cp437")
    return read_general_ledger(folder / "prel.se", folder / "slutlig.se")
