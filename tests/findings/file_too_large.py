"""A file is read that is far larger than any figures file."""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    file = folder / "huvudbok.toml"
    file.write_bytes(b"#" * 1_000_001)
    read_figures(file)
