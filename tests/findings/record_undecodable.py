"""Somebody overwrote a record with something that is none.

sv: Någon har skrivit över en post med något som inte är en post.
"""

from pathlib import Path

from situations import tampered_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    open_book(tampered_book(folder, "UPDATE record SET data = CAST('10 000 000 kr' AS BLOB) WHERE kind = 'set_aside'"))
