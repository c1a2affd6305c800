"""A figures file has nothing in it.

sv: En uppgiftsfil är tom.
"""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    file = folder / "uppgifter.toml"
    file.touch()
    read_figures(file)
