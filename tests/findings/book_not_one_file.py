"""Another program has put the book in write-ahead mode.

sv: Ett annat program har ställt om boken så att den ligger i flera filer.
"""

from pathlib import Path

from situations import another_program, filed_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    path = filed_book(folder)
    another_program(path, "PRAGMA journal_mode=WAL")
    open_book(path)
