"""What every amount of a working report must do: open to its rule, its terms, its records, or what it is."""

from __future__ import annotations

from sifund_ledger.report import Report
from sifund_ledger.report.document import Figures
from sifund_ledger.table import ColumnKind


def assert_opens(report: Report) -> int:
    """Every amount that is not zero has an origin that says something. Gives how many there are."""
    parts = [part for section in report.sections for part in section.parts if isinstance(part, Figures)]
    opened = 0
    for part in parts:
        for number, row in enumerate(part.table.rows):
            for position, (cell, kind) in enumerate(zip(row.cells, part.table.kinds, strict=False)):
                if kind is ColumnKind.AMOUNT and isinstance(cell, int) and cell:
                    place = (part.table.code, row.code, part.table.columns[position].code)
                    origin = part.origins.get((number, position))
                    assert origin is not None, place
                    assert origin.records or origin.terms or origin.note or origin.rule, place
                    opened += 1
    return opened
