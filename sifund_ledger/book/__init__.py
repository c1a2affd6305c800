"""Book (bok): one municipality's journal, funds and years, behind thin verbs."""

from sifund_ledger.book.verbs import Book

__all__ = ["Book"]
