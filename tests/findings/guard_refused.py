"""Another program writes postings into the book while it is open.

sv: Ett annat program skriver konteringar i boken medan den är öppen.
"""

from pathlib import Path

from situations import another_program, clock, filed_book

from sifund_ledger import open_book, sek


def reproduce(folder: Path):
    path = filed_book(folder)
    with open_book(path, actor="ekonomi", clock=clock) as book:
        # The next two records carry the result of 2013 into other equity, and record the result of 2014.
        another_program(path, f"INSERT INTO posting VALUES ({book.head.seq + 1}, 1, 1, 2013, 5)")
        book.record_result(2014, sek("2 000 000"))
