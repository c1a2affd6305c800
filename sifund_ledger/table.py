"""A neutral table: what reports are made of, and its rendering as plain text and as minimal HTML.

Columns say what their cells are, so that no renderer guesses what an integer is. Amounts stay öre until they are
printed, so that one table serves text, HTML, CSV and workbooks.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from html import escape
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import (
    DECIMAL_MARK,
    ORE_PER_UNIT,
    Language,
    Unit,
    decimals_needed,
    format_amount,
    format_share,
)
from sifund_ledger.boundary import check_fields
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, declared, error, findings_html, shown
from sifund_ledger.sums import Sum
from sifund_ledger.written import on_one_line

Words = str | Bilingual
"""Text of a table: as it is, or in both languages; a table keeps it in its own language."""
Cell = str | int | Fraction | date | Bilingual | None
"""A cell: text, an amount in öre, a count, a year, a share, a day, or nothing."""
_ROUNDED: Final = Bilingual("avrundat", "rounded")


TABLE_WORD_UNKNOWN = error(
    "{given} är inte ett giltigt val.",
    "{given} is not a valid choice.",
    "Ange ett av: {known}.",
    "Give one of: {known}.",
)
CODES = declared(globals())


def word_of(given: object, known: Iterable[str], place: str) -> str:
    """A word that is one of a few, such as a language. Raises :class:`~sifund_ledger.Refused` for another."""
    words = tuple(known)
    if isinstance(given, str) and given in words:
        return given
    raise Refused([TABLE_WORD_UNKNOWN.at(place, given=shown(given), known=words)])


class ColumnKind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    AMOUNT = "amount"
    SHARE = "share"
    COUNT = "count"
    YEAR = "year"
    DAY = "day"


_RIGHT: Final = frozenset({ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT})


class RowKind(StrEnum):
    """How a row is set: an ordinary row, a heading above rows, a sum, or a remark across the table.

    A sum is that of the rows above it, from the sum or the heading before it on, but for those set further in; a
    table says in its ``sums`` where it is another.
    """

    PLAIN = "plain"
    HEADING = "heading"
    SUM = "sum"
    REMARK = "remark"


class Column(NamedTuple):
    """A column: its code, its title, and what its cells are (kolumn)."""

    code: str
    title: Words
    kind: ColumnKind = ColumnKind.AMOUNT


LABEL: Final = Column("label", "", ColumnKind.TEXT)
"""The column of what each row is called; it has no title."""
ONE_AMOUNT: Final = Column("amount", "")
"""The column of amounts of a table about one thing; it needs no title."""


class Row(NamedTuple):
    """A row (rad): its cells in the order of the columns, how it is set, its code, and how far it is set in."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.PLAIN
    code: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table (tabell) in Swedish or English.

    All amounts share one number of decimals, enough to print each exactly unless ``decimals`` says otherwise; the
    decimal mark is the language's. ``sums`` and ``across`` say how rows and columns add up beside what sums say
    themselves; ``exact`` has the cells of each row as they were where a table is rounded (``rounding``).

    >>> table = Table("Fonden", (LABEL, Column("2013", "2013")), (
    ...     Row(("Ingående", 1_000_000_000), code="opening"),
    ...     Row(("Ianspråktaget", -250_000_000), code="used"),
    ...     Row(("Utgående", 750_000_000), RowKind.SUM, "closing")))
    >>> print(table)
    Fonden (kr)
    ─────────────────────────
                         2013
    Ingående       10 000 000
    Ianspråktaget  −2 500 000
    ─────────────────────────
    Utgående        7 500 000
    >>> table.records()[1]
    {'row': 'used', 'level': 0, 'kind': 'plain', 'label': 'Ianspråktaget', '2013': -250000000}
    """

    title: Words
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Words, ...] = ()
    unit: Unit = "kr"
    decimals: int | None = None
    code: str = field(default="", compare=False)
    language: Language = "sv"
    sums: tuple[Sum, ...] = field(default=(), compare=False)
    across: tuple[Sum, ...] = field(default=(), compare=False)
    exact: tuple[tuple[Cell, ...], ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        word_of(self.language, DECIMAL_MARK, "language")
        word_of(self.unit, ORE_PER_UNIT, "unit")
        check_fields(self, "table")

        def said(cell: Any) -> Any:
            return cell.words(self.language) if isinstance(cell, Bilingual) else cell

        columns = tuple(column._replace(title=said(column.title)) for column in self.columns)
        rows = tuple(row._replace(cells=tuple(map(said, row.cells))) for row in self.rows)
        for name, value in (("title", said(self.title)), ("columns", columns), ("rows", rows)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "remarks", tuple(map(said, self.remarks)))

    @property
    def heads(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(on_one_line(str(column.title)) for column in self.columns)

    @property
    def kinds(self) -> tuple[ColumnKind, ...]:
        """What the cells of each column are."""
        return tuple(column.kind for column in self.columns)

    def amounts(self) -> Iterator[int]:
        """Every amount of the table, in öre, row by row."""
        for row in self.rows:
            for cell, kind in zip(row.cells, self.kinds, strict=False):
                if kind is ColumnKind.AMOUNT and isinstance(cell, int):
                    yield cell

    def records(self) -> list[dict[str, str | int | None]]:
        """Each row as a plain dictionary, for pandas, CSV, workbooks and JSON: its code, level and kind, then its cells
        by column code. Amounts are whole öre, years and counts integers, days ISO text, shares decimals as text."""
        records: list[dict[str, str | int | None]] = []
        for row in self.rows:
            if row.kind is not RowKind.REMARK:
                cells = {
                    column.code: _plain(cell) for column, cell in zip(self.columns, self._filled(row), strict=True)
                }
                records.append({"row": row.code, "level": row.level, "kind": row.kind.value, **cells})
        return records

    def _filled(self, row: Row) -> tuple[Cell, ...]:
        return (*row.cells, *[None] * (len(self.columns) - len(row.cells)))

    @property
    def places(self) -> int:
        """How many decimals its amounts are printed with: as many as the whole table needs, unless it says."""
        return decimals_needed(list(self.amounts()), self.unit) if self.decimals is None else self.decimals

    def printed(self) -> list[list[str]]:
        """Every cell as text, row by row: amounts in the unit, with as many decimals as the whole table needs."""
        return list(self.printing())

    def printing(self) -> Iterator[list[str]]:
        """The same, a row at a time."""
        places = self.places

        def printed(cell: Cell, kind: ColumnKind) -> str:
            if isinstance(cell, Fraction):
                return format_share(cell, language=self.language)
            if isinstance(cell, int) and kind is ColumnKind.AMOUNT:
                return format_amount(cell, self.unit, places, self.language)
            if isinstance(cell, int) and kind is ColumnKind.COUNT:
                return f"{cell:,}".replace(",", " ")
            return "" if cell is None else on_one_line(str(cell))

        kinds = self.kinds
        return ([printed(*pair) for pair in zip(self._filled(row), kinds, strict=True)] for row in self.rows)

    @property
    def heading(self) -> str:
        """The title, with the unit behind it where the table has amounts."""
        title = on_one_line(str(self.title))
        return f"{title} ({self.measure})" if any(True for _ in self.amounts()) else title

    @property
    def measure(self) -> str:
        """The unit, and that the amounts are rounded where they are."""
        return f"{self.unit}, {_ROUNDED.words(self.language)}" if self.exact else f"{self.unit}"

    def text(self) -> str:
        """Plain text with aligned columns, for a terminal or a mail."""
        lines = [
            ["  " * row.level + first, *rest] for (first, *rest), row in zip(self.printed(), self.rows, strict=True)
        ]
        body = [cells for cells, row in zip(lines, self.rows, strict=True) if row.kind is not RowKind.REMARK]
        heads = [list(self.heads)] if any(self.heads) else []
        widths = [max((len(cells[i]) for cells in (*heads, *body)), default=0) for i in range(len(self.columns))]
        width = sum(widths) + 2 * (len(widths) - 1)
        rule = "─" * max(width, len(self.heading) if not body else width)
        out = [self.heading, rule]
        out += [self._aligned(cells, widths) for cells in heads]
        for cells, row in zip(lines, self.rows, strict=True):
            if row.kind is RowKind.SUM:
                out.append(rule)
            elif row.kind is RowKind.HEADING and len(out) > 2 + len(heads):
                out.append("")
            out.append(cells[0] if row.kind is RowKind.REMARK else self._aligned(cells, widths))
        return "\n".join([*out, *self._said()])

    __str__ = text

    def _said(self) -> Iterator[str]:
        """The remarks, with the line breaks that they were written with; a terminal is not given a lone return."""
        return ("".join(map(_kept, re.split(r"([\n\r])", str(remark)))) for remark in self.remarks)

    def _aligned(self, cells: Sequence[str], widths: Sequence[int]) -> str:
        padded = [
            cell.rjust(width) if kind in _RIGHT else cell.ljust(width)
            for cell, width, kind in zip(cells, widths, self.kinds, strict=True)
        ]
        return "  ".join(padded).rstrip()

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(title)}</th>" for title in self.heads)
        parts = [f"<table><caption>{escape(self.heading)}</caption><thead><tr>{head}</tr></thead><tbody>"]
        for cells, row in zip(self.printed(), self.rows, strict=True):
            if row.kind is RowKind.REMARK:
                parts.append(f'<tr><td colspan="{len(self.columns)}">{escape(cells[0])}</td></tr>')
                continue
            tag = "th" if row.kind is RowKind.SUM else "td"
            body = "".join(
                f'<{tag} style="text-align:{"right" if kind in _RIGHT else "left"};white-space:nowrap'
                f'{f";padding-left:{row.level + 1}em" if row.level and not i else ""}">{escape(cell)}</{tag}>'
                for i, (cell, kind) in enumerate(zip(cells, self.kinds, strict=True))
            )
            parts.append(f"<tr>{body}</tr>")
        parts.append("</tbody></table>")
        parts.extend(f"<p>{escape(remark)}</p>" for remark in self._said())
        return "".join(parts)


def _kept(part: str) -> str:
    return part if part in ("\n", "\r") else on_one_line(part)


def _plain(cell: Cell) -> str | int | None:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Fraction):
        return f"{Decimal(cell.numerator) / cell.denominator:f}"
    return cell if cell is None or isinstance(cell, int) else str(cell)


class Printed(ABC):
    """What is printed as tables, in either language: a statement, a year-end, a fund."""

    __slots__ = ()

    @abstractmethod
    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The tables that the text is made of, in Swedish (``sv``) or English (``en``)."""

    def text(self, language: Language = "sv") -> str:
        """All of it as plain text."""
        return "\n\n".join(table.text() for table in self.tables(language))

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        """Its tables, and below them what is found."""
        found = (getattr(each, "finding", each) for each in getattr(self, "findings", ()))
        return "".join(table._repr_html_() for table in self.tables()) + findings_html(found)


class OneTable(Printed):
    """What is printed as one table: a note, an account, a settlement."""

    __slots__ = ()

    @abstractmethod
    def table(self, language: Language = "sv") -> Table:
        """The table, in Swedish (``sv``) or English (``en``)."""

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The one table of :meth:`table`."""
        return (self.table(language),)
