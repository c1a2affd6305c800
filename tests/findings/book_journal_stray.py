"""A good copy was restored over a book whose journal, of a program that died, still lay beside it.

sv: En hel kopia har återställts över en bok vars journal, från ett avbrutet program, låg kvar.
"""

import shutil
import sqlite3
from pathlib import Path

from situations import KF, book_with_a_fund, clock

from sifund_ledger import open_book, sek


def reproduce(folder: Path):
    path, copy, journal = folder / "ale.sifund", folder / "copy", folder / "ale.sifund-journal"
    with book_with_a_fund(path) as book:
        shutil.copy(path, copy)
        for year in (2014, 2015, 2016):
            book.record_result(year, sek(1))
    dying = sqlite3.connect(path, isolation_level=None)
    dying.execute("PRAGMA cache_size=1")
    dying.executescript("BEGIN; CREATE TABLE large (a); INSERT INTO large VALUES (zeroblob(500000))")
    left = journal.read_bytes()
    dying.close()
    shutil.copy(copy, path)
    journal.write_bytes(left)
    open_book(path, actor="ekonomi", clock=clock).adjust_equity(2014, sek(1), reason="Fel", decision=KF)
