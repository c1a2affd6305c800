"""The book is an older copy than the report whose checkpoint it is held against.

sv: Boken är en äldre kopia än den rapport vars kontrollpunkt den jämförs med.
"""

import shutil
from pathlib import Path

from situations import APPROVED, clock, filed_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    path = filed_book(folder)
    older = Path(shutil.copy(path, folder / "older.sifund"))
    with open_book(path, actor="ekonomi", clock=clock) as book:
        checkpoint = book.close_year(2011, decision=APPROVED)
    open_book(older, checkpoints=[str(checkpoint)])
