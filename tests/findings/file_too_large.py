"""A file is read that is far larger than any figures file.

sv: En fil läses som är mycket större än någon uppgiftsfil.
"""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    file = folder / "huvudbok.toml"
    file.write_bytes(b"#" * 1_000_001)
    read_figures(file)
