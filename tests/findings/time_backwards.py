"""The computer's clock is behind the last record.

sv: Datorns klocka går efter den senaste posten.
"""

from datetime import UTC, datetime
from pathlib import Path

from situations import KF, filed_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    with open_book(filed_book(folder), actor="ekonomi", clock=lambda: datetime(2017, 1, 1, tzinfo=UTC)) as book:
        book.set_aside("social", "1 000 000", result_year=2011, decision=KF)
