"""Somebody has taken away a guard that keeps records from being deleted.

sv: Någon har tagit bort ett skydd som hindrar att poster raderas.
"""

from pathlib import Path

from situations import another_program, filed_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    path = filed_book(folder)
    another_program(path, "DROP TRIGGER record_delete")
    open_book(path)
