"""Another program is writing to the book, and keeps it locked for longer than is waited.

sv: Ett annat program skriver i boken och håller den låst längre än väntetiden.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from situations import filed_book

from sifund_ledger.store import SQLiteStore


def reproduce(folder: Path):
    book = filed_book(folder)
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        SQLiteStore(book, timeout=0)
