"""A workbook is damaged, of an older format, or protected by a password.

sv: En arbetsbok är skadad, har ett äldre format eller är skyddad med lösenord.
"""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    (folder / "uppgifter.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    read_figures(folder / "uppgifter.xlsx")
