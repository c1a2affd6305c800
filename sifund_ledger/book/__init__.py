"""Book (bok): one municipality's journal, funds and years, behind thin verbs."""

from sifund_ledger.book import corrections, equity_verbs, fund_verbs, recording, verbs, year_verbs
from sifund_ledger.book.verbs import Book

CODES = (
    *recording.CODES,
    *corrections.CODES,
    *equity_verbs.CODES,
    *fund_verbs.CODES,
    *year_verbs.CODES,
    *verbs.CODES,
)

__all__ = ["CODES", "Book"]
