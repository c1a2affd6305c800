"""The year-end (bokslutet), pure over a book's state: figures, proposal, what to post."""

from sifund_ledger.year_end import figures, proposal

CODES = (*figures.CODES, *proposal.CODES)
