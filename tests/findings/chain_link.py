"""Somebody put another record in the place of one, with a hash that fits it.

sv: Någon har bytt ut en post mot en annan, med en kontrollsumma som stämmer.
"""

from pathlib import Path

from situations import tampered_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    second = "(SELECT {} FROM record WHERE seq = 2)"
    path = tampered_book(
        folder, f"UPDATE record SET data = {second.format('data')}, hash = {second.format('hash')} WHERE seq = 3"
    )
    open_book(path)
