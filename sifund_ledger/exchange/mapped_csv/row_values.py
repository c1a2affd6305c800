"""The values of a row (radens värden): each cell read as its field wants it, placed at its line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.mapped_csv import findings as codes
from sifund_ledger.exchange.mapped_csv.columns import Column, Path, columns_in
from sifund_ledger.exchange.mapped_csv.forms import between, is_amount, signed
from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping
from sifund_ledger.exchange.mapped_csv.table import MOST_ROWS, Row, Table, refuse_many, table_in
from sifund_ledger.exchange.mapped_csv.targets import targets_of
from sifund_ledger.exchange.template.cells import form_of, taken
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import AMOUNT, Kind
from sifund_ledger.findings import Bilingual, Counted, listed, printable
from sifund_ledger.written import cleaned

_NOTHING: Final = Decimal(0)
_SHOWN: Final = 40
_LEFT_OUT: Final = (Bilingual("rad", "row does"), Bilingual("rader", "rows do"))


class Value(NamedTuple):
    """A value of a row: where it goes, what it is, and its cell as a place names it, ``7:Belopp``."""

    path: Path
    value: Any
    cell: str


class RowValues:
    """Reads the rows of a table by a mapping; what cannot be read is gathered in ``faults``, each at its cell.

    What cannot be read has a value all the same, its text, so that the field does not count as left out. ``fields`` are
    those that columns may go to, by each of their names, and ``command`` what all rows are, where that is one.
    """

    def __init__(self, mapping: CsvMapping, name: str) -> None:
        self._mapping, self._name = mapping, name
        self._columns = tuple(columns_in(mapping.columns))
        targets = targets_of(mapping.rows, mapping.columns, mapping.fixed)
        self.fields, self.command = targets.by_name, targets.command
        self._meant = {self.fields[name].name: table for name, table in mapping.values.items() if name in self.fields}
        self.faults = Faults()

    def table(self, data: bytes, *, most: int = MOST_ROWS) -> Table:
        """The rows that count, by the bytes of the file. Raises as :func:`table_in`, and where none counts."""
        table = table_in(data, self._mapping.forms, self._mapping.headings, self._name, most=most)
        only = self._mapping.only.items()
        rows, left = list[Row](), list[Row]()
        for row in table.rows:
            (rows if all(cleaned(row.cells[column]) in words for column, words in only) else left).append(row)
        if not left:
            return table
        if not rows:
            raise UnreadableInput([codes.CSV_NO_ROWS.at(self._name)])
        note = codes.CSV_ROWS_LEFT_OUT.at(self._name, counted=Counted(len(left), *_LEFT_OUT), line=left[0].line)
        return table._replace(rows=tuple(rows), findings=(*table.findings, note))

    def of(self, row: Row, fields: Mapping[str, Field]) -> Iterator[Value]:
        """The values of a row that are not empty; ``fields`` are those that it may have, by each of their names.

        Raises ``UnreadableInput`` where so many cells cannot be read that the file can be no such table.
        """
        refuse_many(self.faults, self._name)
        for path, column in self._columns:
            cell = f"{row.line}:{printable(column.headings[0], _SHOWN)}"
            field = fields.get(path[0])
            if any(cleaned(row.cells[heading]) for heading in column.headings):
                yield Value(path, self._value(row, field, path, column, f"{self._name}:{cell}"), cell)

    def cells(self, row: Row) -> Iterator[tuple[Path, str]]:
        """Every cell of a row that is read, as a place names it: an empty one, too, is where something is missing."""
        for path, column in self._columns:
            yield path, f"{row.line}:{printable(column.headings[0], _SHOWN)}"

    def word(self, row: Row, names: Bilingual) -> Any:
        """What a row has for a field that is a word, without its fault: that is found with the other values."""
        for path, column in self._columns:
            if path[0] in names:
                text = cleaned(row.cells[column.headings[0]])
                return self._meant.get(names.en, {}).get(text, text)
        return None

    def _value(self, row: Row, field: Field | None, path: Path, column: Column, place: str) -> Any:
        text = row.cells[column.headings[0]]
        if field is not None and field.name in self._meant and not column.debit:
            return self._translated(cleaned(text), self._meant[field.name], place)
        kind = None if field is None else field.kind if len(path) == 1 else AMOUNT
        if kind is None:
            return cleaned(text)
        with self.faults:
            if is_amount(kind):
                return self._amount(row, column, place)
            return self._read(text, kind, place)
        return cleaned(text)

    def _amount(self, row: Row, column: Column, place: str) -> Decimal:
        forms = self._mapping.forms
        sign = column.sign or forms.sign
        if not column.debit:
            return signed(forms.amount(row.cells[column.column], place), sign)
        line = place.removesuffix(printable(column.debit, _SHOWN))
        debit, credit = (
            forms.amount(row.cells[heading], line + printable(heading, _SHOWN))
            if cleaned(row.cells[heading])
            else _NOTHING
            for heading in (column.debit, column.credit)
        )
        return signed(between(debit, credit), sign)

    def _read(self, text: str, kind: Kind, place: str) -> Any:
        if form_of(kind) == "day":
            return self._mapping.forms.day_of(text, place)
        value, fault = taken(text, kind, place)
        self.faults += [fault] if fault else []
        return value

    def _translated(self, text: str, meant: Mapping[str, Any], place: str) -> Any:
        if text in meant:
            return meant[text]
        known = listed(map(printable, meant), 10) or "–"
        self.faults.append(codes.CSV_VALUE_UNKNOWN.at(place, value=printable(text), known=known))
        return text


def put(tree: dict[str, Any], path: Path, value: Any) -> None:
    """Put a value into a tree, with the tables on its way."""
    *above, last = path
    for step in above:
        tree = tree.setdefault(step, {})
    tree[last] = value
