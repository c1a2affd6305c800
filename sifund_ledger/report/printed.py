"""How every form prints what a report has (utskrift): harmless text, unbroken amounts, the figures that open."""

from __future__ import annotations

import re
from typing import Final

from sifund_ledger.report.document import Figures, Origin, Place
from sifund_ledger.written import on_one_line

_UNBROKEN: Final = re.compile(r"(?<=\d) (?=\d{3}\b|kr\b|tkr\b|mkr\b|%)")


def harmless(text: str) -> str:
    """Text with nothing that a reader's program would obey: what cannot be seen, is; an amount stays on its line.

    >>> harmless("1 000 kr\\x07")
    '1\\xa0000\\xa0kr\\\\x07'
    """
    return _UNBROKEN.sub("\u00a0", on_one_line(text))


def opened(figures: Figures, place: Place) -> Origin | None:
    """Where a figure comes from; nothing moved what is zero without records, and there is nothing to open."""
    origin, (row, column) = figures.origins.get(place), place
    return origin if origin is not None and (figures.table.rows[row].cells[column] or origin.records) else None
