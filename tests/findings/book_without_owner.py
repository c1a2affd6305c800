"""A program that was to make a book was stopped before the first record, by an earlier version of this library.

sv: Ett program som skulle skapa en bok stoppades före den första posten, i en äldre version av biblioteket.
"""

from pathlib import Path

from sifund_ledger import open_book
from sifund_ledger.store import SQLiteStore


def reproduce(folder: Path):
    SQLiteStore.create(folder / "bok.sifund").close()
    open_book(folder / "bok.sifund")
