"""Tables for other programs (tabeller ut): as JSON, as CSV, and as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from sifund_ledger.amounts import Language, canonical_amount
from sifund_ledger.exchange.csv_forms import CsvForm, csv_text
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.table import ColumnKind, RowKind, Table
from sifund_ledger.written import on_one_line

if TYPE_CHECKING:
    from sifund_ledger.exchange.wire.tables import ColumnShape, TableShape, TablesShape

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 1rem/1.4 sans-serif; margin: 2rem; max-width: 70rem }}
table {{ border-collapse: collapse; margin: 1.5rem 0 }}
caption {{ text-align: left; font-weight: bold; padding: .3rem 0 }}
th, td {{ padding: .15rem .8rem .15rem 0; border-bottom: 1px solid #ccc; vertical-align: top; text-align: left }}
</style></head><body>
{tables}
</body></html>"""


def tables_to_json(tables: Iterable[Table]) -> str:
    """Tables as JSON: each with its code, title, unit, columns and rows; amounts are canonical text in the unit.

    In a table that is rounded the amounts are those printed; ``decimals`` says so, and each row has its ``exact``
    amounts beside.

    >>> from sifund_ledger.table import LABEL, Column, Row
    >>> table = Table("Fonden", (LABEL, Column("2013", "2013")), (Row(("Ingående", 150), code="opening"),))
    >>> import json
    >>> json.loads(tables_to_json([table]))["tables"][0]["rows"]
    [{'row': 'opening', 'level': 0, 'kind': 'plain', 'label': 'Ingående', '2013': '1.5'}]
    """
    return json_text(tables_as_data(tables))


def tables_as_data(tables: Iterable[Table]) -> TablesShape:
    """The same as a tree."""
    return {"tables": [_plain(table) for table in tables]}


def _plain(table: Table) -> TableShape:
    columns: list[ColumnShape] = [
        {"code": each.code, "title": str(each.title), "kind": each.kind.value} for each in table.columns
    ]
    amounts = {each.code for each in table.columns if each.kind is ColumnKind.AMOUNT}

    def canonical(cells: Mapping[str, Any]) -> dict[str, Any]:
        return {
            key: canonical_amount(cell, table.unit) if key in amounts and isinstance(cell, int) else cell
            for key, cell in cells.items()
        }

    rows = [canonical(record) for record in table.records()]
    made: TableShape = {
        "code": table.code, "title": str(table.title), "unit": table.unit, "columns": columns, "rows": rows,
        "remarks": [*map(str, table.remarks)],
    }  # fmt: skip
    if table.exact:
        made["decimals"] = table.decimals
        kept = [cells for row, cells in zip(table.rows, table.exact, strict=True) if row.kind is not RowKind.REMARK]
        for row, cells in zip(rows, kept, strict=True):
            pairs = zip(table.columns, cells, strict=False)
            row["exact"] = canonical(
                {column.code: cell for column, cell in pairs if column.code in amounts and cell is not None}
            )
    return made


def tables_to_csv(tables: Sequence[Table], *, language: Language = "sv", titled: bool = False) -> str:
    """Tables as CSV, one below another with a blank line between: the titles of the columns, then the rows.

    Semicolons and decimal commas in Swedish, else commas and points; a text that a spreadsheet would run is guarded.
    Where they are ``titled`` each begins with a line of its title and unit.

    >>> from sifund_ledger.table import LABEL, Column, Row
    >>> tables_to_csv([Table("Fonden", (LABEL, Column("2013", "2013")), (Row(("Ingående", 150)),))])
    ';2013\\r\\nIngående;1,50\\r\\n'
    """
    form: CsvForm = "sv" if language == "sv" else "international"
    titles = [csv_text(form, [table.heading], []) if titled else "" for table in tables]
    parts = [csv_text(form, table.heads, _lines(table), unit=table.unit, decimals=table.decimals) for table in tables]
    return "\r\n".join(f"{title}{part}" for title, part in zip(titles, parts, strict=True))


def _lines(table: Table) -> list[list[str | int]]:
    def cell(value: Any, kind: ColumnKind) -> str | int:
        if value is None:
            return ""
        return value if kind is ColumnKind.AMOUNT and isinstance(value, int) else str(value)

    rows = [record for record in table.records() if record["kind"] != RowKind.HEADING.value or any(record.values())]
    return [[cell(record[each.code], each.kind) for each in table.columns] for record in rows]


def tables_to_html(tables: Sequence[Table], *, title: str, language: Language = "sv") -> str:
    """Tables as one HTML page: no script, nothing fetched; for a browser, to print or to paste from."""
    body = "\n".join(table._repr_html_() for table in tables)
    return _PAGE.format(language=language, title=escape(on_one_line(title)), tables=body)
