"""A book of many kinds of events: a municipality's years with something of everything, and then one project on another.

The years are those of :func:`sifund_ledger.testing.sound_books.sound_book`; the projects are granted, have costs, are
used and closed, as most of a book's records are.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sifund_ledger import Book, Decision, open_book, sek
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing.sound_books import council, sound_book


def write_mixed(path: Path, count: int) -> int:
    """A book of at least so many records in a file; gives how many kinds of events it has."""
    path.unlink(missing_ok=True)
    with sound_book() as made:
        SQLiteStore.create(path, rows=made.store.scan()).close()
    with open_book(path, actor="ekonomi") as book:
        number = 0
        while book.head.seq < count:
            with book.batch():
                for _ in range(100):
                    number += 1
                    _project(book, f"Insats {number}")
        return len({type(record.event) for record in book.records()})


def _project(book: Book, name: str) -> None:
    """A small project of 2019: granted, its cost, its use, and its closing."""
    book.grant(
        "social", name, sek(20), board="Utbildning", financing="ur fonden", start=date(2019, 5, 1),
        end=date(2019, 12, 31), plan={"Skola": {2021: sek(10)}, "Omsorg": {2021: sek(10)}}, decision=council(2019, 60),
    )  # fmt: skip
    book.report_cost("social", name, sek(20), year=2019, decision=Decision.parse("BUN 2020-01-22 § 4"))
    book.use("social", sek(20), year=2019, project=name, decision=council(2020, 50))
    book.close_project(name, year=2019, decision=council(2020, 51))
