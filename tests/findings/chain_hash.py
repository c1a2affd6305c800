"""Somebody changed the bytes of a record in the file.

sv: Någon har ändrat i en post i filen.
"""

from pathlib import Path

from situations import tampered_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    path = tampered_book(
        folder,
        "UPDATE record SET data = CAST(replace(CAST(data AS TEXT), '2011', '2012') AS BLOB) WHERE kind = 'set_aside'",
    )
    open_book(path)
