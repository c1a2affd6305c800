"""A figures file has an ending that does not tell TOML from JSON.

sv: En uppgiftsfil har en filändelse som inte visar om den är TOML eller JSON.
"""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    read_figures(folder / "uppgifter.txt")
