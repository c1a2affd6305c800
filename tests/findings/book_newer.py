"""A book is opened that a later version of the library has written.

sv: En bok öppnas som är skriven av en senare version av biblioteket.
"""

from pathlib import Path

from situations import another_program, filed_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    path = filed_book(folder)
    another_program(path, "PRAGMA user_version=99")
    open_book(path)
