"""Something is recorded in a book that was opened without an actor.

sv: Något registreras i en bok som öppnades utan utförare.
"""

from pathlib import Path

from situations import filed_book

from sifund_ledger import open_book, sek


def reproduce(folder: Path):
    with open_book(filed_book(folder)) as book:
        book.record_result(2014, sek("2 000 000"))
