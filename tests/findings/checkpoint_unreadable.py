"""A checkpoint is typed off a report with digits missing.

sv: En kontrollpunkt skrivs av från en rapport med siffror som saknas.
"""

from pathlib import Path

from situations import filed_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    open_book(filed_book(folder), checkpoints=["12:0123abcd"])
