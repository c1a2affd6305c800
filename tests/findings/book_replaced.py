"""Yesterday's copy is restored over a book that somebody has open.

sv: Gårdagens kopia återställs över en bok som någon har öppen.
"""

import os
import shutil
from pathlib import Path

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce(folder: Path):
    path, copy = folder / "tomelilla.sifund", folder / "kopia.sifund"
    with book_with_a_fund(path) as book:
        shutil.copy(path, copy)
        book.use("social", sek(100), year=2013, project="Navigator", net_cost=sek(100), decision=KF)
        os.replace(copy, path)
        book.fund("social")
