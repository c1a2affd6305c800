"""Tables set in another order (uppställning): columns picked, rows and columns turned, labels of one's own.

No cell is changed: what is printed in a report is what the table has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sifund_ledger.rounding import sums_of
from sifund_ledger.table import LABEL, Cell, Column, Row, RowKind, Table


def with_columns(table: Table, codes: Iterable[str]) -> Table:
    """The same table with these columns alone, in this order; a column that it does not have is left out.

    >>> table = Table("", (LABEL, Column("2014", "2014"), Column("2015", "2015")), (Row(("Summa", 1, 2)),))
    >>> with_columns(table, ["label", "2015", "2014"]).rows[0].cells
    ('Summa', 2, 1)
    """
    at = {column.code: position for position, column in enumerate(table.columns)}
    picked = [at[code] for code in codes if code in at]

    def cells(row: Row) -> tuple[Cell, ...]:
        return tuple(row.cells[i] for i in picked if i < len(row.cells))

    rows = tuple(row._replace(cells=cells(row)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[i] for i in picked), rows=rows)


def turned(table: Table, head: Column) -> Table:
    """A row for each column, a column for each row; headings, which have no cells, are left out.

    >>> table = Table("", (LABEL, Column("2014", "2014"), Column("2015", "2015")), (Row(("Summa", 1, 2), code="sum"),))
    >>> turned(table, LABEL).rows[1]
    Row(cells=('2015', 2), kind=<RowKind.PLAIN: 'plain'>, code='2015', level=0)
    """
    kept = [row for row in table.rows if len(row.cells) == len(table.columns)]
    columns = (head, *(Column(row.code, str(row.cells[0])) for row in kept))
    rows = tuple(
        Row((str(column.title), *(row.cells[position] for row in kept)), code=column.code)
        for position, column in enumerate(table.columns)
        if position
    )
    return replace(table, columns=columns, rows=rows, sums=(), across=sums_of(table))


def below_each_other(first: Table, more: Iterable[tuple[str, Table]], title: str) -> Table:
    """The rows of tables with the same columns as one table, each below a heading."""
    rows: list[Row] = []
    for heading, table in more:
        rows += [Row((heading,), RowKind.HEADING, heading), *table.rows]
    return replace(first, title=title, rows=tuple(rows))


def relabelled(table: Table, labels: Mapping[str, str]) -> Table:
    """The rows, or in a list the columns, with labels of one's own, by code; ``title`` is the table's.

    Rows of one code, as those of two reserves, are one where they have one label.
    """
    if not labels:
        return table
    rows: list[Row] = []
    for row in table.rows:
        if row.code in labels and rows and rows[-1].code == row.code:
            row = row._replace(cells=tuple(map(_together, rows.pop().cells, row.cells)))
        rows.append(row._replace(cells=(labels[row.code], *row.cells[1:])) if row.code in labels else row)

    def titled(column: Column) -> Column:
        return column._replace(title=labels[column.code]) if column.code in labels else column

    columns = tuple(column if column is LABEL else titled(column) for column in table.columns)
    return replace(table, title=labels.get("title", table.title), rows=tuple(rows), columns=columns)


def _together(one: Cell, other: Cell) -> Cell:
    """The amounts of two rows as one."""
    return one + other if isinstance(one, int) and isinstance(other, int) else one if other is None else other


def without_remarks(table: Table, codes: Iterable[str]) -> Table:
    """The table without its remarks, where it is one of these: the report says the same once, for all of them."""
    return replace(table, remarks=()) if table.code in codes else table
