"""A book is opened that is not there."""

from pathlib import Path

from sifund_ledger import open_book


def reproduce(folder: Path):
    open_book(folder / "tomelila.sifund")
