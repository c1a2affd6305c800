"""A neutral table: what reports are made of, and its rendering as plain text and as minimal HTML.

Amounts are kept in öre and formatted when rendered, so that one table serves text, HTML, CSV and workbooks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape
from typing import NamedTuple

from sifund_ledger.amounts import Unit, decimals_needed, format_amount

Cell = str | int | None
"""A cell: text, an amount in öre, or nothing."""


class RowKind(StrEnum):
    """How a row is set: an ordinary row, a heading above rows, a sum, or a remark across the table."""

    PLAIN = "plain"
    HEADING = "heading"
    SUM = "sum"
    REMARK = "remark"


class Row(NamedTuple):
    """A row: its cells in the order of the columns, and how it is set."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table (tabell) of text and of amounts in öre.

    Columns whose cells are amounts are set to the right; all amounts share one number of decimals, enough to
    print each exactly unless ``decimals`` says otherwise.

    >>> table = Table("Fonden", ("", "2013"), (
    ...     Row(("Ingående", 1_000_000_000)), Row(("Ianspråktaget", -250_000_000)),
    ...     Row(("Utgående", 750_000_000), RowKind.SUM)))
    >>> print(table)
    Fonden (kr)
    ─────────────────────────
                         2013
    Ingående       10 000 000
    Ianspråktaget  −2 500 000
    ─────────────────────────
    Utgående        7 500 000
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
    unit: Unit = "kr"
    decimals: int | None = None
    code: str = field(default="", compare=False)

    def amounts(self) -> Iterator[int]:
        """Every amount of the table, in öre, row by row."""
        for row in self.rows:
            for cell in row.cells:
                if isinstance(cell, int):
                    yield cell

    def _formatted(self) -> tuple[list[list[str]], list[bool]]:
        places = self.decimals
        if places is None:
            places = decimals_needed(list(self.amounts()), self.unit)
        numeric = [
            any(len(row.cells) > i and isinstance(row.cells[i], int) for row in self.rows)
            for i in range(len(self.columns))
        ]
        lines = [
            [
                format_amount(cell, self.unit, places) if isinstance(cell, int) else (cell or "")
                for cell in (*row.cells, *[None] * (len(self.columns) - len(row.cells)))
            ]
            for row in self.rows
        ]
        return lines, numeric

    @property
    def heading(self) -> str:
        """The title, with the unit behind it where the table has amounts."""
        return f"{self.title} ({self.unit})" if any(True for _ in self.amounts()) else self.title

    def text(self) -> str:
        """Plain text with aligned columns, for a terminal or a mail."""
        lines, numeric = self._formatted()
        body = [cells for cells, row in zip(lines, self.rows, strict=True) if row.kind is not RowKind.REMARK]
        heads = [list(self.columns)] if any(self.columns) else []
        widths = [max((len(cells[i]) for cells in (*heads, *body)), default=0) for i in range(len(self.columns))]
        width = sum(widths) + 2 * (len(widths) - 1)
        rule = "─" * max(width, len(self.heading) if not body else width)
        out = [self.heading, rule]
        for cells in heads:
            out.append(_aligned(cells, widths, numeric))
        for cells, row in zip(lines, self.rows, strict=True):
            if row.kind is RowKind.SUM:
                out.append(rule)
            elif row.kind is RowKind.HEADING and len(out) > 2 + len(heads):
                out.append("")
            out.append(cells[0] if row.kind is RowKind.REMARK else _aligned(cells, widths, numeric))
        out.extend(self.remarks)
        return "\n".join(out)

    __str__ = text

    def _repr_html_(self) -> str:
        lines, numeric = self._formatted()
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        parts = [f"<table><caption>{escape(self.heading)}</caption><thead><tr>{head}</tr></thead><tbody>"]
        for cells, row in zip(lines, self.rows, strict=True):
            if row.kind is RowKind.REMARK:
                parts.append(f'<tr><td colspan="{len(self.columns)}">{escape(cells[0])}</td></tr>')
                continue
            tag = "th" if row.kind is RowKind.SUM else "td"
            body = "".join(
                f'<{tag} style="text-align:{"right" if right else "left"};white-space:nowrap">{escape(cell)}</{tag}>'
                for cell, right in zip(cells, numeric, strict=True)
            )
            parts.append(f"<tr>{body}</tr>")
        parts.append("</tbody></table>")
        parts.extend(f"<p>{escape(remark)}</p>" for remark in self.remarks)
        return "".join(parts)


def _aligned(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(cells, widths, numeric, strict=True)
    ]
    return "  ".join(padded).rstrip()
