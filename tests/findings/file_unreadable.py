"""A figures file is not where the path says.

sv: En uppgiftsfil finns inte där sökvägen säger.
"""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    read_figures(folder / "uppgifter.toml")
