"""A figures file was saved with an older encoding.

sv: En uppgiftsfil är sparad med en äldre teckenkodning.
"""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    file = folder / "uppgifter.toml"
    file.write_bytes('entity = "Malmö"'.encode("latin-1"))
    read_figures(file)
