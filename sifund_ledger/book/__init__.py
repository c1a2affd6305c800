"""Book (bok): one municipality's journal, funds and years, behind thin verbs."""

from sifund_ledger.book import corrections, recording, verbs
from sifund_ledger.book.verbs import Book

CODES = (*recording.CODES, *corrections.CODES, *verbs.CODES)

__all__ = ["CODES", "Book"]
