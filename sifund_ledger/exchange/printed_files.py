"""Printed tables from files (tryckta tabeller): text as it is copied from a page, CSV, and the sheets of a workbook.

What a file holds becomes lines of cells, and nothing is made of them here. A workbook gives the numbers that it shows.
"""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from sifund_ledger.amounts import Unit
from sifund_ledger.audit.printed import findings as codes
from sifund_ledger.audit.printed.cells import Cell, amount_of, headings, is_blank
from sifund_ledger.audit.printed.columns import Line
from sifund_ledger.audit.printed.reading import PrintedPage, read_page
from sifund_ledger.audit.printed.rows import role_of
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.files import FILE_TOO_LARGE, FILE_UNREADABLE, Bound, file_bytes, no_workbook
from sifund_ledger.findings import Bilingual
from sifund_ledger.written import composed

PAGE: Final = Bound(
    5,
    Bilingual(
        "Kontrollera att det är rätt fil, och ange bara sidan med tabellen.",
        "Check that it is the right file, and give only the page with the table.",
    ),
    workbooks=True,
)
"""Files with a printed table."""
_MOST_LINES, _LONGEST, _MOST_CELLS, _MOST_UNPACKED = 5_000, 4_000, 60, 100_000_000
_ZIP: Final = b"PK\x03\x04"
_GAP: Final = re.compile(r"[ \u00a0\u2007\u2009\u202f]{2,}")
_SHOWN: Final = re.compile(r'[#,0 \u00a0"]*?0(?:\.(?P<decimals>0+))?[_\\) "a-zA-Z]*')


def read_printed(path: str | os.PathLike[str], *, unit: Unit | None = None, year: int | None = None) -> PrintedPage:
    """A printed table (tryckt tabell) from a file: text, CSV or a workbook.

    ``unit`` and ``year`` are for what the table does not say. Raises :class:`~sifund_ledger.errors.UnreadableInput`
    for a file that cannot be read; what is wrong with the table is in its findings.
    """
    return parse_printed(file_bytes(path, PAGE), name=os.fspath(path), unit=unit, year=year)


def parse_printed(
    data: bytes | str, *, name: str = "", unit: Unit | None = None, year: int | None = None
) -> PrintedPage:
    """A printed table from text or CSV, in UTF-8 or in Windows-1252 as older programs write it, or from a workbook.

    >>> page = parse_printed("Belopp i mnkr   2015   2014\\nÅrets resultat   563   −149\\n")
    >>> [column.year for column in page.columns], page.rows[0].ore
    ([2015, 2014], (56300000000, -14900000000))
    """
    if isinstance(data, str):
        text = data
    elif data.startswith(_ZIP):
        return _of_workbook(data, name, unit, year)
    else:
        try:
            text = no_workbook(data, name).decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return read_page(_lines(composed(text), name), name=name or "-", unit=unit, year=year)


def _lines(text: str, name: str) -> list[Line]:
    written = [line[:_LONGEST] for line in text.splitlines()[:_MOST_LINES]]
    filled = [line for line in written if line.strip()]
    for mark in ("\t", ";", *([","] if name.lower().endswith(".csv") else [])):
        if filled and sum(mark in line for line in filled) * 2 >= len(filled):
            rows = csv.reader(io.StringIO("\n".join(written)), delimiter=mark)
            with suppress(csv.Error):
                return [Line(rows.line_num, tuple(row[:_MOST_CELLS])) for row in rows if row]
    lines = [_of_text(number, line) for number, line in enumerate(written, 1) if line.strip()]
    return list(_of_cells(lines)) if _is_by_cell(lines) else lines


_DECIDED: Final = re.compile(r"(?:\w{1,6} )?\d{4}-\d\d-\d\d\b|§")
"""What a decision begins with, which belongs to the label above it."""


def _is_number(cell: Cell) -> bool:
    return amount_of(cell) is not None or is_blank(cell)


def _is_by_cell(lines: Sequence[Line]) -> bool:
    """Whether each cell stands on a line of its own, as some programs copy a table."""
    known = sum(role_of(str(line.cells[0])) is not None for line in lines)
    numbers = sum(_is_number(line.cells[0]) for line in lines)
    return known > 1 and numbers >= known and all(len(line.cells) == 1 for line in lines)


def _of_cells(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines of one cell each as the rows that they were: a text begins a row, and the numbers after it are its cells.
    Where a row has fewer numbers than the table has columns, nothing says in which they stood."""
    row: list[Cell] = []
    number, in_rows = 0, False
    for line in lines:
        (cell, *_) = line.cells
        if len(row) == 1 and _DECIDED.match(str(cell)):
            row[0] = f"{row[0]} {cell}"
            continue
        in_rows = in_rows or role_of(str(cell)) is not None
        if row and not _is_number(cell) and (in_rows or not any(headings(cell))):
            yield Line(number, tuple(row), (0,) * len(row))
            row = []
        number = number if row else line.number
        row.append(cell)
    if row:
        yield Line(number, tuple(row), (0,) * len(row))


def _of_text(number: int, line: str) -> Line:
    """A line of running text: its cells stand apart by tabs or by two blanks at least."""
    cells, ends, begin = [], [], 0
    for gap in [*_GAP.finditer(line.rstrip()), None]:
        end = gap.start() if gap is not None else len(line.rstrip())
        if end > begin or not begin:
            cells.append(line[begin:end].strip())
            ends.append(end)
        begin = gap.end() if gap is not None else end
    return Line(number, tuple(cells), tuple(ends))


def _of_workbook(data: bytes, name: str, unit: Unit | None, year: int | None) -> PrintedPage:
    """The first sheet with rows that are known, else the first: every cell as the workbook shows it."""
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        raise UnreadableInput([codes.PRINTED_NOT_INSTALLED.at(name, package="openpyxl")]) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _MOST_UNPACKED:
                raise UnreadableInput([FILE_TOO_LARGE.at(name, limit=_MOST_UNPACKED // 10**6, do=PAGE.do)])
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [list(_of_sheet(sheet)) for sheet in book.worksheets]
    except Refused:
        raise
    except Exception as fault:  # the library fails at a damaged workbook in ways of its own
        why = f"{type(fault).__name__}"
        raise UnreadableInput([FILE_UNREADABLE.at(name, why=why)]) from None
    known = (lines for lines in sheets if any(role_of(str(line.cells[0])) for line in lines))
    return read_page(next(known, sheets[0] if sheets else []), name=name, unit=unit, year=year)


def _of_sheet(sheet: Any) -> Iterator[Line]:
    for number, row in enumerate(sheet.iter_rows(max_row=_MOST_LINES, max_col=_MOST_CELLS), 1):
        cells = [_shown(cell) for cell in row]
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            yield Line(number, tuple(cells))


def _shown(cell: Any) -> Cell:
    """A cell as the workbook shows it: a number with the decimals of its format, where the format is of that kind."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if not isinstance(value, int | float):
        return composed(str(value)[:_LONGEST])
    number = Decimal(repr(value))
    shown = _SHOWN.fullmatch(str(cell.number_format).split(";", 1)[0])
    if shown is None:
        return number.to_integral_value() if number == number.to_integral_value() else number
    return number.quantize(Decimal(1).scaleb(-len(shown["decimals"] or "")), rounding="ROUND_HALF_UP")
