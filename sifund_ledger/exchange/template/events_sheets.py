"""The events of a workbook (händelser i arbetsbok) as the tree of an events file, with the cell of each value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.book.commands import command_named
from sifund_ledger.book.commands.files import DO, THE_EVENT
from sifund_ledger.book.commands.files import EVENT as EVENTS
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.statements.figures_file import UNIT
from sifund_ledger.exchange.structured.documents import Document
from sifund_ledger.exchange.structured.positions import Path, Positions
from sifund_ledger.exchange.template import findings as codes
from sifund_ledger.exchange.template.cells import taken
from sifund_ledger.exchange.template.figures_sheets import KNOWN_SHEETS
from sifund_ledger.exchange.template.headed import Headed, Template, about_rows
from sifund_ledger.exchange.template.layout import (
    ABOUT_FIELDS,
    DECISION_OF_ALL,
    EVENT,
    EVENT_SHEETS,
    NUMBER,
    PLAN_FIELDS,
    PLAN_NUMBER,
    PLANS,
    by_name,
    by_year,
    commands_on,
    heading,
    named,
    names_of,
    on_plans,
)
from sifund_ledger.exchange.template.sheet import Value
from sifund_ledger.fields.declared import Field, missing
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.findings import KEY_TWICE
from sifund_ledger.fields.kinds import KRONOR, TEXT, YEAR
from sifund_ledger.findings import Bilingual, printable
from sifund_ledger.ledger.commands import Command
from sifund_ledger.wording import InFile
from sifund_ledger.written import written_amount

_NUMBERED: Final = Bilingual("ett tal", "a number")
_AN_EVENT: Final = Bilingual("numret på en händelse, och ett fält som den har", "an event's number, and a field of it")
_Cells = dict[str, tuple[str, Value]]


class EventsDocument(NamedTuple):
    """The events of a workbook as a document, and the hash of what they say, whatever program saved it."""

    document: Document
    key: str


def events_document(data: bytes, name: str) -> EventsDocument:
    """The events of a workbook. Raises ``UnreadableInput`` where they are not to be found in it.

    They stand in the order of their numbers; where a single sheet has events without any, in its order.
    """
    return _Events(Template(data, name, KNOWN_SHEETS)).whole()


class _Event(NamedTuple):
    """An event as it is gathered: where it stands, its number if it can be read, and its values with their cells."""

    cell: str
    sheet: str
    numbered: bool
    number: Decimal | None
    command: type[Command] | None
    values: dict[str, Any]
    cells: dict[Path, str]

    @property
    def lacking(self) -> dict[str, str]:
        """The fields that it may have and has not, by each of their names."""
        fields = self.command.fields() if self.command else ()
        lacking = [each for each in fields if not any(name in self.values for name in each.words)]
        return {name: field.name for field in lacking for name in field.words}


class _Events:
    """What is read of the sheets, in their order."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.unit: Unit = "kr"
        self.sheets = [(words, sheet) for words in EVENT_SHEETS if (sheet := template.sheet(words))]
        if not self.sheets:
            template.required(EVENT_SHEETS[0])

    def whole(self) -> EventsDocument:
        """The document. Raises ``UnreadableInput`` where no event is filled in."""
        tree = self._about()
        events = [event for words, _ in self.sheets for event in self._of_sheet(words)]
        if not events:
            raise UnreadableInput([*self.template.faults, codes.EVENTS_MISSING.at(self.template.name)])
        self._plans(self._by_number(events))
        events.sort(key=lambda event: event.number or 0)
        lines: dict[Path, str] = dict(self.lines)
        for at, event in enumerate(events):
            lines[(EVENTS.sv, at)] = event.cell
            lines |= {(EVENTS.sv, at, *path): cell for path, cell in event.cells.items()}
        tree[EVENTS.sv] = [event.values for event in events]
        key = sha256(json.dumps(tree, ensure_ascii=False, default=str, sort_keys=True).encode("utf-8", "replace"))
        positions = Positions(lines, sheets=self.template.order)
        faults, language = tuple(self.template.faults), self.template.language
        found = Document(tree, self.template.name, positions, faults, "cell", language)
        return EventsDocument(found, key.hexdigest())

    def _place(self, cell: str) -> str:
        return f"{self.template.name}:{cell}"

    def _about(self) -> dict[str, Any]:
        """The unit, and the decision of all events."""
        self.lines: dict[Path, str] = {}
        tree: dict[str, Any] = {}
        said = about_rows(self.template, set(names_of(ABOUT_FIELDS)))
        for field in (next(each for each in ABOUT_FIELDS if each.name == "unit"), DECISION_OF_ALL):
            for name in field.words:
                if name in said:
                    cell, value = said[name]
                    tree[field.words.sv], fault = taken(value, field.kind, self._place(cell))
                    self.lines[(field.words.sv,)] = cell
                    self.template.faults += [fault] if fault else []
        if tree.get("enhet") in UNIT.schema["enum"]:
            self.unit = tree["enhet"]
        return tree

    def _of_sheet(self, words: Bilingual) -> Iterator[_Event]:
        """The events of a sheet, row by row."""
        sheet = self.template.required(words)
        fields = {name for each in EVENT_SHEETS for command in commands_on(each) for name in names_of(command.fields())}
        headed = Headed(self.template, sheet, EVENT, {*NUMBER, *EVENT, *fields})
        for row, cells in headed.rows():
            read = {name: (sheet.place(row, column), value) for name, (column, value) in cells.items()}
            first = sheet.place(row, min(column for column, _ in cells.values()))
            event = self._event(read, first, sheet.name)
            if lacking := event.lacking:
                for column, name in headed.columns.items():
                    if name in lacking:
                        event.cells[(lacking[name],)] = sheet.place(row, column)
            yield event

    def _event(self, cells: _Cells, first: str, sheet: str) -> _Event:
        given = next((cells.pop(name) for name in NUMBER if name in cells), None)
        number = self._number(given)
        cell, said = next((cells.pop(name) for name in EVENT if name in cells), (first, ""))
        event = _Event(cell, sheet, given is not None, number, self._command(said, cell), {}, {})
        fields = {name: field for field in event.command.fields() for name in field.words} if event.command else {}
        if event.command:
            event.values[DO.en] = event.command.name
            event.cells[(DO.en,)] = cell
        for name, (at, value) in cells.items():
            field = fields.get(name)
            read, fault = taken(value, field.kind, self._place(at), self.unit) if field else (str(value), None)
            event.values[name], event.cells[(name,)] = read, at
            self.template.faults += [fault] if fault else []
        return event

    def _number(self, given: tuple[str, Value] | None) -> Decimal | None:
        if given is None:
            return None
        cell, value = given
        written = written_amount(value) if isinstance(value, str) else None
        if written is not None:
            value = written.number
        if type(value) in (int, Decimal):
            return Decimal(value)  # type: ignore[arg-type]
        _, fault = taken(value, YEAR, self._place(cell))
        other = codes.CELL_OF_OTHER_KIND.at(self._place(cell), given=printable(str(value)), wanted=_NUMBERED, example=1)
        self.template.faults.append(fault or other)
        return None

    def _command(self, said: Value, cell: str) -> type[Command] | None:
        if said == "":
            example = Bilingual("Öronmärk", "Set aside")
            fault = missing(self._place(cell), THE_EVENT, EVENT, example)
            self.template.faults.append(fault.in_file(InFile("cell", self.template.language)))
            return None
        try:
            return command_named(named(said))
        except Refused as refusal:
            self.template.faults += [each.at_place(self._place(cell)) for each in refusal.findings]
            return None

    def _by_number(self, events: list[_Event]) -> dict[Decimal, _Event]:
        """The events by their numbers, which all have where any has, or where there are several sheets."""
        numbered = any(event.numbered for event in events)
        several = len({event.sheet for event in events}) > 1
        found: dict[Decimal, _Event] = {}
        for event in events:
            if event.number is None:
                if not event.numbered and (numbered or several):
                    self.template.faults.append(codes.EVENT_NUMBER_MISSING.at(self._place(event.cell)))
            elif event.number in found:
                twice = codes.EVENT_NUMBER_TWICE.at(self._place(event.cell), number=str(event.number))
                self.template.faults.append(twice)
            else:
                found[event.number] = event
        return found

    def _plans(self, events: dict[Decimal, _Event]) -> None:
        """What the sheet of plans has of an event: amounts by board and year."""
        sheet = self.template.sheet(PLANS)
        if sheet is None:
            return
        headed = Headed(self.template, sheet, PLAN_NUMBER.words, names_of(PLAN_FIELDS))
        names = {name: field.name for field in PLAN_FIELDS for name in field.words}
        for row, values in headed.rows():
            cells = {names[name]: (sheet.place(row, column), value) for name, (column, value) in values.items()}
            first = sheet.place(row, min(column for column, _ in values.values()))
            number = self._number(cells.get("of_event"))
            event = events.get(number) if number is not None else None
            part = named(cells.get("part", (first, ""))[1])
            field = _field(event, part)
            if event is None or field is None:
                given = heading(f"{'' if number is None else number} {part}".strip()) or "–"
                fault = codes.ROW_BELONGS_NOWHERE.at(self._place(first), given=printable(given), wanted=_AN_EVENT)
                self.template.faults.append(fault)
            else:
                self._plan_row(event, field, cells, first)

    def _plan_row(self, event: _Event, field: Field, cells: _Cells, first: str) -> None:
        """A row of a plan, within the value of its event's field."""
        keys: list[str] = []
        faults = Faults()
        for name, wanted, kind in (("name", by_name(field.kind), TEXT), ("year", by_year(field.kind), YEAR)):
            cell, value = cells.get(name, (first, ""))
            if wanted:
                read, fault = taken(value, kind, self._place(cell))
                with faults:
                    keys.append(str(kind.read(read, self._place(cell), KRONOR) if fault is None else read))
                faults += [fault] if fault else []
        self.template.faults += faults
        key = next((name for name in field.words if name in event.values), field.words.sv)
        inner = event.values.setdefault(key, {})
        event.cells.setdefault((key,), first)
        if faults:
            return
        for step in keys[:-1]:
            inner = inner.setdefault(step, {}) if isinstance(inner, dict) else inner
        if not isinstance(inner, dict) or keys[-1] in inner:
            self.template.faults.append(KEY_TWICE.at(self._place(first), key=heading(" ".join((key, *keys)))))
            return
        cell, value = cells.get("amount", (first, ""))
        inner[keys[-1]], fault = taken(value, PLAN_FIELDS[-1].kind, self._place(cell), self.unit)
        self.template.faults += [fault] if fault else []
        event.cells[(key, *keys)] = cell


def _field(event: _Event | None, part: str) -> Field | None:
    """The field of an event that a row of plans is about."""
    fields = event.command.fields() if event and event.command else ()
    plans = (field for field in fields if on_plans(field.kind))
    return next((field for field in plans if part in field.words), None)
