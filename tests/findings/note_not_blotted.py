"""A program blots out a note that no record says is to be blotted out.

sv: Ett program stryker en anteckning som ingen post säger ska strykas.
"""

from contextlib import closing
from pathlib import Path

from situations import filed_book

from sifund_ledger.store import SQLiteStore


def reproduce(folder: Path):
    with closing(SQLiteStore.open(filed_book(folder))) as book, book.writing() as head:
        book.blot(head.seq)
