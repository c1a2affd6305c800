"""A report's workbook has its tables cell by cell, and its totals add up by the workbook's own formulas."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from reading_workbooks import ReadWorkbook

from sifund_ledger.amounts import ORE_PER_UNIT
from sifund_ledger.report import Report
from sifund_ledger.table import ColumnKind
from sifund_ledger.workbook.sheet import LARGEST_ORE
from sifund_ledger.workbook.sums import recomputed, sums_of


def assert_workbook(report: Report) -> ReadWorkbook:
    """Every table stands on a sheet cell by cell; totals agree with what the sheet computes; no link leads nowhere."""
    read = ReadWorkbook(report.xlsx())
    sheets = [row for sheet in read.values for row in sheet.iter_rows(values_only=True)]
    at = 0
    for table in report.tables:
        wanted = [_as_read(*pair, table) for pair in zip(table.rows, table.printed(), strict=True)]
        width = len(table.columns)
        found = (
            place
            for place in range(at, len(sheets) - len(wanted) + 1)
            if all(_alike(sheets[place + n][:width], cells) for n, cells in enumerate(wanted))
        )
        at = next(found, -1)
        assert at >= 0, (table.code, wanted)
        at += len(wanted)
        for (row, column), terms in sums_of(table).items():
            assert recomputed(table, terms) == table.rows[row].cells[column], (table.code, row, column)
    assert set(read.checks()) <= {0}
    targets = {target.rpartition("!")[::2] for _, _, target in read.links()}
    for name, cell in targets:
        assert read.values[name.strip("'")][cell].value not in (None, ""), (name, cell)
    return read


def _as_read(row, printed, table) -> list[object]:
    """A row as a reader of the workbook must find it: an amount in the table's unit, exact, and as text where it has
    more digits than a spreadsheet counts with; the rest as it is."""
    cells = []
    for cell, text, kind in zip(row.cells, printed, table.kinds, strict=False):
        if isinstance(cell, Fraction):
            cells.append(cell)
        elif isinstance(cell, int) and (kind is not ColumnKind.AMOUNT or abs(cell) <= LARGEST_ORE):
            cells.append(Decimal(cell) / ORE_PER_UNIT[table.unit] if kind is ColumnKind.AMOUNT else Decimal(cell))
        else:
            cells.append(text if not isinstance(cell, date) else cell)
    return cells


def _alike(read, wanted) -> bool:
    for there, cell in zip(read, wanted, strict=False):
        if isinstance(cell, Fraction):
            alike = isinstance(there, int | float) and abs(Fraction(repr(there)) - cell) <= abs(cell) / 10**14
        elif isinstance(cell, Decimal):
            alike = isinstance(there, int | float) and Decimal(repr(there)) == cell
        elif isinstance(cell, date):
            alike = isinstance(there, datetime) and there.date() == cell
        else:
            alike = (there or "") == cell
        if not alike:
            return False
    return True
