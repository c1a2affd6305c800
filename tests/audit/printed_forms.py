"""Published tables as they are printed: the rows of the public data as text, pasted text, CSV and workbooks."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from published_tables import published_in

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = ("published_tables.yaml", "published_tables_2.yaml", "published_tables_3.yaml")
Table = dict[str, Any]
NBSP = "\u00a0"


def published(form: str = "table") -> list[Table]:
    """Every published table of the public data that is printed as one, or told in ``prose``; none without the data."""
    found: list[Table] = []
    for name in FILES:
        if (SHARED / name).is_file():
            found += published_in(SHARED / name)
    return [table for table in found if table["source_form"] == form]


def columns(table: Table) -> list[int]:
    """The years of a table: those of its rows, where they have years of their own."""
    years = {row["year"] for row in table["rows"] if "year" in row}
    return sorted(years) or [table["year"]]


def amount(value: Any, table: Table, *, thousands: str = " ", minus: str = "−", mark: str = ",") -> str:
    """An amount as it is printed, a blank cell as a dash."""
    if value is None:
        return "–"
    number = Decimal(str(value))
    places = 1 if table["decimal_mark"] == "comma" else 0
    whole, _, part = f"{abs(number):,.{places}f}".partition(".")
    text = whole.replace(",", thousands) + (f"{mark}{part}" if part else "")
    return f"{minus}{text}" if number < 0 else text


def grid(table: Table, **how: str) -> list[list[str]]:
    """The table with a heading, and a row for each label; a label that comes again for another year shares its row."""
    years = columns(table)
    if len(years) == 1:
        body = [[row["label"], amount(row["amount"], table, **how)] for row in table["rows"]]
    else:
        labels = list(dict.fromkeys(row["label"] for row in table["rows"]))
        at = {(row["label"], row["year"]): row["amount"] for row in table["rows"]}
        body = [[label, *(amount(at.get((label, year)), table, **how) for year in years)] for label in labels]
    return [[f"Belopp i {table['unit']}", *map(str, years)], *body]


def as_csv(rows: Sequence[Sequence[str]], mark: str = ";") -> str:
    return "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Aligned as on a page: labels to the left, amounts to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "   ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


def as_tabs(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def as_cells(rows: Sequence[Sequence[str]]) -> str:
    """As some programs copy a table: each cell on a line of its own."""
    return "\n".join(cell for row in rows for cell in row)


def as_words(rows: Sequence[Sequence[str]]) -> str:
    """As it is copied from a page that keeps single blanks alone."""
    return "\n".join(" ".join(row) for row in rows)


def as_workbook(table: Table) -> bytes:
    """The same as a spreadsheet program saves it, its amounts as numbers."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    plain = grid(table, thousands="", minus="-", mark=".")
    for row in plain:
        sheet.append([row[0], *(None if cell == "–" else float(cell) for cell in row[1:])])
    places = "0.0" if table["decimal_mark"] == "comma" else "0"
    for cells in sheet.iter_rows(min_row=2, min_col=2):
        for cell in cells:
            cell.number_format = f"#,##{places}"
    for cell in sheet[1][1:]:
        cell.value = int(cell.value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def together(tables: Sequence[Table]) -> list[list[str]]:
    """Tables of one page with the same labels as one, a column for each year."""
    labels = [row["label"] for row in tables[0]["rows"]]
    body = [[label, *(amount(each["rows"][at]["amount"], each) for each in tables)] for at, label in enumerate(labels)]
    return [[f"Belopp i {tables[0]['unit']}", *(str(each["year"]) for each in tables)], *body]
