"""Somebody rewrote the reason that stands beside a correction.

sv: Någon har skrivit om motiveringen som står bredvid en rättelse.
"""

from pathlib import Path

from situations import tampered_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    open_book(tampered_book(folder, "UPDATE record SET note = 'Fel nämnd' WHERE kind = 'entry_corrected'"))
