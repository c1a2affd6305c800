"""Somebody took a record out of the file.

sv: Någon har tagit bort en post ur filen.
"""

from pathlib import Path

from situations import tampered_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    open_book(tampered_book(folder, "DELETE FROM posting WHERE seq = 5", "DELETE FROM record WHERE seq = 5"))
