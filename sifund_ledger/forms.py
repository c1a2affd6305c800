"""How a report declares its tables: each row or column with its code, its words in both languages, and what fills it.

The words of a room's tables stand in its ``words.py``, as forms; a report fills a form with what it knows. To add a
row or a column, add a field to the form; to add a table, a form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.findings import Bilingual
from sifund_ledger.sums import Sum
from sifund_ledger.table import LABEL, Cell, Column, ColumnKind, Row, RowKind, Table, Words

TOTAL = Bilingual("Summa", "Total")


@dataclass(frozen=True, slots=True)
class FormField:
    """A row or a column of a form.

    ``fill`` is the attribute that its cells come from, and turns the sign where it begins with ``-``; without it an
    amount comes from the code with ``_ore``, anything else from the code. A row that is not ``always`` there is left
    out where it has nothing to show.
    """

    code: str
    words: Bilingual
    kind: ColumnKind = ColumnKind.AMOUNT
    fill: str = ""
    level: int = 0
    set_as: RowKind = RowKind.PLAIN
    always: bool = True

    def of(self, item: Any) -> Any:
        """The cell that an item gives; nothing where there is no item."""
        if item is None:
            return None
        name = self.fill or (f"{self.code}_ore" if self.kind is ColumnKind.AMOUNT else self.code)
        value = attrgetter(name.removeprefix("-"))(item)
        return -value if name.startswith("-") and value is not None else value


def amount(
    code: str, sv: str, en: str, fill: str = "", *, level: int = 0, total: bool = False, always: bool = True
) -> FormField:
    """A row or a column of amounts; a ``total`` row is set as a sum."""
    set_as = RowKind.SUM if total else RowKind.PLAIN
    return FormField(code, Bilingual(sv, en), ColumnKind.AMOUNT, fill, level, set_as, always)


def heading(code: str, sv: str, en: str) -> FormField:
    """A heading above rows."""
    return FormField(code, Bilingual(sv, en), ColumnKind.TEXT, set_as=RowKind.HEADING)


def text(code: str, sv: str, en: str, fill: str = "") -> FormField:
    """A column of text."""
    return FormField(code, Bilingual(sv, en), ColumnKind.TEXT, fill)


def fiscal_year(code: str = "year", sv: str = "År", en: str = "Year") -> FormField:
    """A column of years."""
    return FormField(code, Bilingual(sv, en), ColumnKind.YEAR)


def number(code: str, sv: str, en: str) -> FormField:
    """A column of numbers that name something, such as records; printed as years are."""
    return FormField(code, Bilingual(sv, en), ColumnKind.YEAR)


def count(code: str, sv: str, en: str) -> FormField:
    """A column of how many there are."""
    return FormField(code, Bilingual(sv, en), ColumnKind.COUNT)


def share(code: str, sv: str, en: str) -> FormField:
    """A column of shares."""
    return FormField(code, Bilingual(sv, en), ColumnKind.SHARE)


def by_code(*fields: FormField) -> dict[str, FormField]:
    """Fields by their codes, for tables that share them. Raises ``ValueError`` where two have one code."""
    named = {field.code: field for field in fields}
    if len(named) != len(fields):
        raise ValueError(f"two fields have one code: {[each.code for each in fields if each not in named.values()]}")
    return named


@dataclass(frozen=True, slots=True)
class Form:
    """A table as a report declares it: its code, title and fields, and the remarks below; ``{…}`` is filled.

    ``sums`` says how its rows add up, ``across`` its columns, where they do.
    """

    code: str
    title: Bilingual
    fields: tuple[FormField, ...]
    remarks: tuple[Bilingual, ...] = ()
    sums: tuple[Sum, ...] = ()
    across: tuple[Sum, ...] = ()

    @property
    def columns(self) -> list[Column]:
        """A column for each field."""
        return [Column(each.code, each.words, each.kind) for each in self.fields]

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Row],
        language: Language,
        *,
        unit: Unit = "kr",
        remarks: Iterable[Words] = (),
        **about: Any,
    ) -> Table:
        """A table of the form with these columns and rows; ``about`` fills the title."""
        title, below = self.title.filled(**about), (*self.remarks, *remarks)
        return Table(
            title, tuple(columns), tuple(rows), below, unit, code=self.code, language=language,
            sums=self.sums, across=self.across,
        )  # fmt: skip

    def listing(
        self,
        items: Iterable[object],
        language: Language,
        *,
        unit: Unit = "kr",
        total: bool = False,
        remarks: Iterable[Words] = (),
        **about: Any,
    ) -> Table:
        """A row for each item, a column for each field; a tuple without names is the cells themselves."""
        filled = [item if type(item) is tuple else tuple(each.of(item) for each in self.fields) for item in items]
        rows = [Row(cells, code=_code(cells[0])) for cells in filled]
        if total:
            rows.append(total_row(rows, len(self.fields)))
        return self.table(self.columns, rows, language, unit=unit, remarks=remarks, **about)

    def side_by_side(
        self,
        items: Sequence[object],
        columns: Iterable[Column],
        language: Language,
        *,
        unit: Unit = "kr",
        **about: Any,
    ) -> Table:
        """A column for each item, a row for each field."""
        return self.table((LABEL, *columns), self.rows(items), language, unit=unit, **about)

    def rows(self, items: Sequence[object]) -> Iterator[Row]:
        """The rows of :meth:`side_by_side`."""
        for each in self.fields:
            cells = tuple(map(each.of, items)) if each.set_as is not RowKind.HEADING else ()
            if each.always or any(cells):
                yield Row((each.words, *cells), each.set_as, each.code, each.level)

    def row(self, code: str, *cells: Cell, **about: Any) -> Row:
        """One row, by its field's code; ``about`` fills its words."""
        each = next(each for each in self.fields if each.code == code)
        return Row((each.words.filled(**about), *cells), each.set_as, code, each.level)


def _code(cell: Cell) -> str:
    """The code of a row that begins with a cell: the same in either language."""
    return cell.en if isinstance(cell, Bilingual) else str(cell)


def total_row(rows: Sequence[Row], width: int) -> Row:
    """The sum of rows, by column, under its name; amounts alone are summed."""
    sums = [sum(row.cells[i] for row in rows) for i in range(1, width)]  # type: ignore[misc]  # amounts alone
    return Row((TOTAL, *sums), RowKind.SUM, "total")
