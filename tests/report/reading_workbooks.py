"""An independent reader of workbooks (avläsning): openpyxl, and nothing of the library."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

import openpyxl

HEADING_OF_CHECKS = ("Kontroll", "Check")


@dataclass
class ReadSheet:
    """A table as a reader finds it on a sheet: its headings, and its rows cell by cell."""

    sheet: Any
    first: int
    rows: list[list[Any]] = field(default_factory=list)

    def amount(self, label: str, column: int = 1) -> Decimal:
        found = [row[column] for row in self.rows if row[0] == label]
        assert found, f"{self.sheet.title} has no row {label}"
        return Decimal(repr(found[0]))


class ReadWorkbook:
    """The sheets of a file: values as they are stored, and as formulas."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)

    @cached_property
    def formulas(self) -> Any:
        return openpyxl.load_workbook(io.BytesIO(self.data))

    @property
    def names(self) -> list[str]:
        return self.values.sheetnames

    def links(self) -> list[tuple[str, str, str]]:
        """Each link: the sheet and the cell that it stands in, and where it leads."""
        return [
            (sheet.title, cell.coordinate, cell.hyperlink.location)
            for sheet in self.values for row in sheet.iter_rows() for cell in row if cell.hyperlink
        ]  # fmt: skip

    def table(self, name: str, columns: int) -> ReadSheet:
        """The table that stands alone on a sheet: below the frozen headings."""
        sheet = self.values[name]
        first = int(sheet.freeze_panes[1:])
        rows = [[sheet.cell(row, column).value for column in range(1, columns + 1)]
                for row in range(first, sheet.max_row + 1)]  # fmt: skip
        return ReadSheet(sheet, first, rows)

    def computed(self) -> dict[str, list[str]]:
        """Every formula, by its sheet."""
        return {
            sheet.title: [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
            for sheet in self.formulas
        }

    def checks(self) -> list[float]:
        """Every difference that the sheets show, as it is stored: below its heading, through the end of its table."""
        found: list[float] = []
        for sheet in self.values:
            columns: list[int] = []
            for row in sheet.iter_rows(values_only=True):
                columns = [at for at, value in enumerate(row) if value in HEADING_OF_CHECKS] or columns
                if not any(value not in (None, "") for value in row):
                    columns = []
                found += [row[at] for at in columns if isinstance(row[at], int | float)]
        return found
