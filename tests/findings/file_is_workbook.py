"""An Excel file is given where a figures file is read, under another ending.

sv: En Excelfil med en annan filändelse anges där en uppgiftsfil läses.
"""

from pathlib import Path

from sifund_ledger.exchange import read_figures


def reproduce(folder: Path):
    (folder / "uppgifter.toml").write_bytes(b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml")
    read_figures(folder / "uppgifter.toml")
