"""Somebody doubled the amounts in the table of postings, which is there for SQL beside the records.

sv: Någon har fördubblat beloppen i tabellen över konteringar, som finns för SQL bredvid posterna.
"""

from pathlib import Path

from situations import tampered_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    open_book(tampered_book(folder, "UPDATE posting SET ore = 2 * ore"))
