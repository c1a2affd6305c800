"""A year-end is drawn up without a figures file and without a general ledger.

sv: Ett bokslut upprättas utan uppgiftsfil och utan huvudbok.
"""

from figures_year_missing import YEAR_END
from situations import filed_book, refusing


def reproduce(folder):
    refusing("year-end", **YEAR_END, book=str(filed_book(folder)), figures=None, files=())
