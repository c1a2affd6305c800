"""A book is opened that is not there.

sv: En bok öppnas som inte finns.
"""

from pathlib import Path

from sifund_ledger import open_book


def reproduce(folder: Path):
    open_book(folder / "tomelila.sifund")
