"""Somebody deleted the reason that stands beside a correction, without a decision to blot it out.

sv: Någon har raderat motiveringen bredvid en rättelse utan beslut om att den ska strykas.
"""

from pathlib import Path

from situations import tampered_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    path = tampered_book(folder, "UPDATE record SET note = NULL, note_salt = NULL WHERE kind = 'entry_corrected'")
    open_book(path)
