"""Rows that are events (händelserader): each row a command of a book, recorded once by its source and row."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

from sifund_ledger.amounts import DECIMALS, Language, Unit
from sifund_ledger.book.command import BookWriter
from sifund_ledger.book.commands import command_named
from sifund_ledger.book.commands.files import DO, EVENT
from sifund_ledger.boundary import checked_methods
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.exchange.events_file import EventsFile, events_in, events_to_toml, named_in
from sifund_ledger.exchange.mapped_csv import findings as codes
from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping
from sifund_ledger.exchange.mapped_csv.mapping_file import ROWS
from sifund_ledger.exchange.mapped_csv.posting import PostedRows, post_rows, row_key
from sifund_ledger.exchange.mapped_csv.row_values import RowValues, put
from sifund_ledger.exchange.mapped_csv.table import CSV, Row
from sifund_ledger.exchange.structured.documents import Document
from sifund_ledger.exchange.structured.positions import CSV_ROWS, Positions
from sifund_ledger.exchange.structured.positions import Path as TreePath
from sifund_ledger.fields.declared import Field
from sifund_ledger.files import file_bytes
from sifund_ledger.findings import Bilingual, Counted, Finding, printable
from sifund_ledger.ledger.commands import Command
from sifund_ledger.written import cleaned

_HAVE: Final = (Bilingual("rad har", "row has"), Bilingual("rader har", "rows have"))


@checked_methods
@dataclass(frozen=True, slots=True)
class EventRows:
    """What the rows of a CSV file ask for (händelserader): the commands in order, and what each row is known by.

    ``events`` are the same as an events file has them, ``findings`` is what is worth knowing of the file.
    """

    file: EventsFile
    source: str
    row_key: tuple[str, ...]
    keys: tuple[str, ...]
    events: tuple[Mapping[str, Any], ...] = field(compare=False, repr=False)
    unit: Unit = "kr"
    findings: tuple[Finding, ...] = ()

    def post(self, book: BookWriter) -> PostedRows:
        """Record the rows that are not recorded yet, all of them or none; in a preview nothing is kept.

        A row that was recorded before is not recorded again, and one that was recorded otherwise is refused. Raises
        :class:`~sifund_ledger.Refused` with every such row, and at the first row that is refused with every reason.

        >>> from sifund_ledger import open_book
        >>> from sifund_ledger.exchange import parse_csv_mapping
        >>> mapping = parse_csv_mapping('''
        ... rows = "events"
        ... source = "Results"
        ... columns = { year = "Year", amount = "Result" }
        ... fixed = { do = "record_result" }
        ... ''')
        >>> book, text = open_book(create="Ale", actor="ekonomi"), b"Year;Result\\n2013;5\\n"
        >>> for data in (text, text, text + b"2014;6\\n"):
        ...     posted = parse_event_rows(data, mapping).post(book)
        ...     print(len(posted.records), *(finding.message for finding in posted.findings))
        2
        0 1 row was recorded from “Results” before, and will not be recorded again.
        3 1 row was recorded from “Results” before, and will not be recorded again.
        """
        return post_rows(self, book)

    def to_toml(self, language: Language = "sv") -> str:
        """The same events as an events file in TOML, amounts in kronor.

        >>> from sifund_ledger.exchange import parse_csv_mapping
        >>> mapping = parse_csv_mapping('''
        ... rows = "events"
        ... columns = { year = "Year", amount = "Result" }
        ... fixed = { do = "record_result" }
        ... ''')
        >>> print(parse_event_rows(b"Year;Result\\n2013;5\\n", mapping).to_toml())
        [[händelse]]
        gör = "registrera_resultat"
        år = 2013
        belopp = "5"
        """
        return events_to_toml(self._in_kronor(), language=language).partition("\n\n")[2]

    def to_json(self) -> str:
        """The same events as an events file in JSON, under the English names, amounts in kronor."""
        return json_text({EVENT.en: [dict(named_in(event, "en")) for event in self._in_kronor()]})

    def _in_kronor(self) -> Iterator[Mapping[str, Any]]:
        return ({key: _plain(value, self.unit) for key, value in event.items()} for event in self.events)

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands, one for each row that counts."""
        return self.file.commands


def require_rows(mapping: CsvMapping, wanted: str, name: str) -> None:
    """Raises ``UnreadableInput`` for a mapping of rows of another kind."""
    if mapping.rows != wanted:
        given, here = (Bilingual(ROWS.said[each], each) for each in (mapping.rows, wanted))
        raise UnreadableInput([codes.CSV_ROWS_OTHER.at(mapping.name, rows=given, wanted=here)])


def read_event_rows(
    path: str | os.PathLike[str], mapping: CsvMapping, *, more: Iterable[type[Command]] = ()
) -> EventRows:
    """Read a CSV file whose rows are events of a book. Raises as :func:`parse_event_rows`."""
    return parse_event_rows(file_bytes(path, CSV), mapping, name=os.fspath(path), more=more)


def parse_event_rows(
    data: bytes, mapping: CsvMapping, *, name: str = "rows.csv", more: Iterable[type[Command]] = ()
) -> EventRows:
    """The commands in the rows of a CSV file, by its mapping; nothing is recorded.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault at its row and column.

    >>> from sifund_ledger.exchange import parse_csv_mapping
    >>> mapping = parse_csv_mapping('''
    ... rader = "händelser"
    ... decimaltecken = ","
    ... [kolumner]
    ... år = "Räkenskapsår"
    ... belopp = "Resultat"
    ... [fast]
    ... gör = "registrera_resultat"
    ... ''')
    >>> rows = parse_event_rows("Räkenskapsår;Resultat\\n2013;-1.500,50\\n".encode(), mapping)
    >>> [(each.name, each.year, each.amount) for each in rows.commands]
    [('record_result', 2013, -150050)]
    """
    require_rows(mapping, "events", name)
    values = RowValues(mapping, name)
    table = values.table(CSV.held(data, name))
    event = EVENT.words(mapping.language)
    events: list[dict[str, Any]] = []
    lines: dict[TreePath, int | str] = {}
    for number, row in enumerate(table.rows):
        lines[(event, number)] = row.line
        fields = values.fields if values.command else _fields_of(values.word(row, DO))
        for path, cell in values.cells(row):
            lines[(event, number, *path)] = cell
            if len(path) == 1 and path[0] in fields:  # what is missing is said to be so by its English name
                lines.setdefault((event, number, fields[path[0]].name), cell)
        events.append(_event(row, mapping, values, fields))
    tree = {"unit": mapping.forms.unit, event: events}
    document = Document(tree, name, Positions(lines, sheets=CSV_ROWS), tuple(values.faults), "cell", mapping.language)
    file = events_in(document, sha256(data).hexdigest(), more)
    keys, alike = _keys(mapping, table.rows)
    found = (*table.findings, *_alike(alike, mapping.row_key, name))
    return EventRows(file, mapping.source, mapping.row_key, keys, tuple(events), mapping.forms.unit, found)


def _event(row: Row, mapping: CsvMapping, values: RowValues, fields: Mapping[str, Field]) -> dict[str, Any]:
    """A row as an event of an events file: what is fixed, as far as its command has such a field, and its cells."""
    event = {key: value for key, value in mapping.fixed.items() if key in fields or key in DO}
    for read in values.of(row, fields):
        put(event, read.path, read.value)
    return event


def _fields_of(do: object) -> Mapping[str, Field]:
    """The fields of the command that a row names; none where it names none, which is found when events are read."""
    try:
        fields = command_named(do).fields() if isinstance(do, str) else ()
    except Refused:
        return {}
    return {name: field for field in fields for name in field.words}


def _plain(value: Any, unit: Unit) -> Any:
    """A value as an events file in kronor has it."""
    if isinstance(value, Mapping):
        return {key: _plain(part, unit) for key, part in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, Decimal):
        return value
    kronor = value.scaleb(DECIMALS[unit] - DECIMALS["kr"])
    return f"{kronor:.0f}" if kronor == kronor.to_integral_value() else f"{kronor:.2f}"


def _keys(mapping: CsvMapping, rows: Iterable[Row]) -> tuple[tuple[str, ...], list[Row]]:
    """What each row is known by: its place among those that count, or the texts of its key and their repetition; and
    the rows whose key an earlier one has."""
    seen = Counter[tuple[str, ...]]()
    keys: list[str] = []
    alike: list[Row] = []
    for row in rows:
        texts = tuple(cleaned(row.cells[column]) for column in mapping.row_key)
        seen[texts] += 1
        keys.append(row_key(mapping.source, mapping.row_key, texts, seen[texts]))
        alike += [row] * (seen[texts] > 1)
    return tuple(keys), alike


def _alike(rows: Sequence[Row], key: Sequence[str], name: str) -> Iterator[Finding]:
    """That rows have the key of an earlier one; without a row key each is known by its place."""
    if rows and key:
        first, counted = rows[0], Counted(len(rows), *_HAVE)
        texts = printable(", ".join(cleaned(first.cells[column]) for column in key))
        yield codes.CSV_ROW_KEY_SHARED.at(f"{name}:{first.line}", counted=counted, texts=texts)
