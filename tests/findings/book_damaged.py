"""A book came out of a mail with its end cut off.

sv: En bok kom med e-post och har förlorat sitt slut.
"""

from pathlib import Path

from situations import filed_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    path = filed_book(folder)
    path.write_bytes(path.read_bytes()[:-4096])
    open_book(path)
