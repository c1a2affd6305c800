"""Rows that are figures of years (uppgiftsrader): a year on each row, or one figure of it, or one of several years."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sifund_ledger.balance.figures.figure_kinds import STATEMENT_KIND
from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.exchange.mapped_csv.event_rows import require_rows
from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping
from sifund_ledger.exchange.mapped_csv.row_values import RowValues, Value, put
from sifund_ledger.exchange.mapped_csv.table import CSV, Row
from sifund_ledger.exchange.mapped_csv.targets import FIGURE, FIGURE_AMOUNT
from sifund_ledger.exchange.statements.figures_file import FiguresFile, figures_in, file_fields
from sifund_ledger.exchange.structured.documents import Document
from sifund_ledger.exchange.structured.positions import CSV_ROWS, Positions
from sifund_ledger.exchange.structured.positions import Path as TreePath
from sifund_ledger.exchange.template.cells import taken
from sifund_ledger.fields.composed import key_unknown
from sifund_ledger.fields.declared import Field, missing
from sifund_ledger.fields.findings import KEY_TWICE
from sifund_ledger.files import file_bytes
from sifund_ledger.findings import Bilingual, Finding, printable
from sifund_ledger.wording import InFile
from sifund_ledger.written import as_a_choice, cleaned

_YEAR, *_FIGURES = year_fields()
_BY_NAME: Final = {name: field for field in (_YEAR, *_FIGURES) for name in field.words}
_KIND: Final = _BY_NAME["kind"]
_AT_TOP: Final = {name: field for field in file_fields() for name in field.words if name not in _YEAR.words}
_SPELT: Final[Mapping[Any, str]] = {None: "outcome", **{sv: en for en, sv in STATEMENT_KIND.said.items()}}
_LIST: Final = Bilingual("år", "year")
_ROW: Final = Bilingual("Raden", "The row")
_OF_YEAR: Final = Bilingual("Året", "The year")


def read_figure_rows(path: str | os.PathLike[str], mapping: CsvMapping) -> tuple[FiguresFile, tuple[Finding, ...]]:
    """Read a CSV file whose rows are figures of years. Raises as :func:`parse_figure_rows`."""
    return parse_figure_rows(file_bytes(path, CSV), mapping, name=os.fspath(path))


def parse_figure_rows(
    data: bytes, mapping: CsvMapping, *, name: str = "rows.csv"
) -> tuple[FiguresFile, tuple[Finding, ...]]:
    """The figures in the rows of a CSV file, by its mapping, and what is worth knowing of the file.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault at its row and column.

    >>> from sifund_ledger.exchange import parse_csv_mapping
    >>> mapping = parse_csv_mapping('''
    ... rader = "uppgifter"
    ... enhet = "mkr"
    ... [kolumner]
    ... uppgift = "Rad"
    ... belopp = { 2013 = "2013", 2014 = "2014" }
    ... [värden.uppgift]
    ... "Årets resultat" = "årets_resultat"
    ... ''')
    >>> file, _ = parse_figure_rows("Rad;2013;2014\\nÅrets resultat;154;-149\\n".encode(), mapping)
    >>> [(year.year, year.net_result.amount) for year in file.years]
    [(2013, Decimal('154000000.00')), (2014, Decimal('-149000000.00'))]
    """
    require_rows(mapping, "figures", name)
    values = RowValues(mapping, name)
    table = values.table(CSV.held(data, name))
    years = _Years(mapping, values, name)
    for row in table.rows:
        years.take(row)
    return figures_in(years.document()), table.findings


def figure_named(text: str) -> Field | None:
    """The figure that a text names, as a figures file does or in words: ``Årets resultat``.

    >>> figure_named("Årets resultat").name, figure_named("Summa")
    ('net_result', None)
    """
    return _BY_NAME.get(text) or _BY_NAME.get(cleaned(text).casefold().replace(" ", "_"))


class _Years:
    """The years as they grow, in the order of the rows, with the cell of each value."""

    def __init__(self, mapping: CsvMapping, values: RowValues, name: str) -> None:
        self._mapping, self._values, self._name = mapping, values, name
        fixed, names = mapping.fixed, (*mapping.columns, *mapping.fixed)
        self._top = {key: value for key, value in fixed.items() if key in _AT_TOP}
        self._fixed = {key: value for key, value in fixed.items() if key not in _AT_TOP}
        self._one_figure = any(name in names for name in FIGURE.words)
        self._years: list[dict[str, Any]] = []
        self._lines: dict[TreePath, int | str] = {}
        self._list = _LIST.words(mapping.language)
        self._known: dict[tuple[Any, Any], int] = {}
        self._file = InFile("cell", mapping.language)

    def document(self) -> Document:
        """The document that a figures file with the same figures would be."""
        tree = {"unit": self._mapping.forms.unit, **self._top, self._list: self._years}
        positions, faults = Positions(self._lines, sheets=CSV_ROWS), tuple(self._values.faults)
        return Document(tree, self._name, positions, faults, "cell", self._mapping.language)

    def take(self, row: Row) -> None:
        """One row."""
        read = [*self._values.of(row, self._values.fields)]
        if self._one_figure:
            self._take_figure(row, read)
            return
        at = self._new(row, self._fixed)
        for path, cell in self._values.cells(row):
            self._lines[(self._list, at, *path)] = cell
        for each in read:
            put(self._years[at], each.path, each.value)

    def _take_figure(self, row: Row, read: list[Value]) -> None:
        """A row of one figure: an amount of the year that the row names, or one for each year that is a column."""
        amounts = [each for each in read if each.path[0] in FIGURE_AMOUNT.words]
        beside = {each.path[0]: each for each in read if len(each.path) == 1}
        figure = self._figure(row, beside) if amounts else None
        if figure is None:
            return
        year, kind = (self._said(field, beside) for field in (_YEAR, _KIND))
        key = figure.words.words(self._mapping.language)
        for each in amounts:
            of_year, of_kind = (*each.path[1:], None, None)[:2]
            at = self._of_year(row, _Said(of_year, each.cell) if of_year else year, of_kind or kind.value, kind.cell)
            if key in self._years[at]:
                self._values.faults.append(KEY_TWICE.at(f"{self._name}:{each.cell}", key=key))
            self._years[at][key] = each.value
            self._lines[(self._list, at, key)] = each.cell

    def _said(self, field: Field, beside: Mapping[str, Value]) -> _Said:
        """What a row, or the fixed values, say of a field, and in which cell."""
        found = next((beside[name] for name in field.words if name in beside), None)
        if found is not None:
            return _Said(found.value, found.cell)
        return _Said(next((self._fixed[name] for name in field.words if name in self._fixed), None))

    def _figure(self, row: Row, beside: Mapping[str, Value]) -> Field | None:
        """The figure that a row names: as a figures file has it, or in words as printed, ``Årets resultat``."""
        said = self._said(FIGURE, beside)
        place, text = f"{self._name}:{said.cell or row.line}", str(said.value or "")
        found = figure_named(text)
        if found is None and not text:
            example = Bilingual("årets_resultat", "net_result")
            self._values.faults.append(missing(place, _ROW, FIGURE.words, example).in_file(self._file))
        elif found is None:
            known = ((each, _BY_NAME[each].name) for each in _BY_NAME)
            self._values.faults.append(key_unknown(place, printable(text), _OF_YEAR, known).in_file(self._file))
        return found

    def _of_year(self, row: Row, year: _Said, kind: Any, cell: str) -> int:
        """Where the year of a number and kind stands; what is no year has a place for each that is written."""
        number = taken(year.value, _YEAR.kind, "")[0] if isinstance(year.value, str) else year.value
        kind_read = as_a_choice(kind) if isinstance(kind, str) else kind
        known = (number, _SPELT.get(kind_read, kind_read))
        if known not in self._known:
            language = self._mapping.language
            words = [(_YEAR.words.words(language), number, year.cell), (_KIND.words.words(language), kind, cell)]
            at = self._known[known] = self._new(row, {name: said for name, said, _ in words if said is not None})
            self._lines |= {(self._list, at, name): place for name, _, place in words if place}
        return self._known[known]

    def _new(self, row: Row, values: Mapping[str, Any]) -> int:
        at = len(self._years)
        self._years.append(dict(values))
        self._lines[(self._list, at)] = row.line
        return at


class _Said(NamedTuple):
    """What is said of a field, and the cell that says it."""

    value: Any
    cell: str = ""
