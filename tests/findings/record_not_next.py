"""Records of one book are copied into another.

sv: Poster från en bok kopieras till en annan.
"""

from contextlib import closing
from pathlib import Path

from situations import filed_book

from sifund_ledger.store import MemoryStore, SQLiteStore


def reproduce(folder: Path):
    with closing(SQLiteStore.open(filed_book(folder))) as book:
        records = list(book.scan(after=3))
    other = MemoryStore()
    with other.writing():
        other.append(records)
