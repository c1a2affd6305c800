"""The figures of a workbook (uppgifter i arbetsbok) as the tree of a figures file, with the cell of each value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.figures.figure_kinds import STATEMENT_KIND
from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.statements.figures_file import UNIT, file_fields
from sifund_ledger.exchange.structured.documents import Document
from sifund_ledger.exchange.structured.positions import Path, Positions
from sifund_ledger.exchange.template import findings as codes
from sifund_ledger.exchange.template.cells import taken
from sifund_ledger.exchange.template.headed import Headed, Template, about_rows, check_seen, headings_of
from sifund_ledger.exchange.template.layout import (
    ABOUT,
    ABOUT_FIELDS,
    BELONGS,
    DEFICIT_FIELDS,
    EARLIER,
    EVENT_SHEETS,
    EXCLUDED_BEFORE,
    EXPLANATION,
    FIGURE,
    FIGURES,
    ITEM_SHEETS,
    KEY,
    KIND,
    OF_YEAR,
    PLANS,
    UNREAD,
    heading,
    named,
    names_of,
)
from sifund_ledger.exchange.template.sheet import Value
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.findings import KEY_TWICE
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import Bilingual, printable

KNOWN_SHEETS: Final = (
    ABOUT, FIGURES, *(sheet for sheet, _ in ITEM_SHEETS.values()), *EVENT_SHEETS, PLANS, *UNREAD,
)  # fmt: skip
_AT_TOP: Final = {field.name: field for field in file_fields()}
_IN_YEAR: Final = {field.name: field for field in year_fields()}
_OF_YEARS: Final = Bilingual("ett år (och slag) som har en kolumn på bladet Uppgifter",
                             "a year (and kind) that has a column on the sheet Figures")  # fmt: skip
_OF_DEFICIT: Final = Bilingual("ett år som står på bladet Ingående underskott",
                               "a year that stands on the sheet Opening deficits")  # fmt: skip
_LABELS: Final = (*FIGURE, *KEY, *EXPLANATION)


def figures_document(data: bytes, name: str) -> Document:
    """The figures of a workbook as a document. Raises ``UnreadableInput`` where they are not to be found in it."""
    return _Figures(Template(data, name, KNOWN_SHEETS)).document()


class _Figures:
    """The tree as it grows; ``lines`` has the cells."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.sheet = template.required(FIGURES)
        self.language: Language = "en" if self.sheet.name == FIGURES.en else "sv"
        self.tree: dict[str, Any] = {}
        self.lines: dict[Path, str] = {}
        self.unit: Unit = "kr"
        self.years: list[dict[str, Any]] = []

    def document(self) -> Document:
        """The whole of it."""
        self._about()
        self._years()
        self._deficits()
        for key in ("exceptional_grounds", "other_adjustments"):
            self._items_of_years(key)
        self.tree[self._word(_AT_TOP["year"])] = self.years
        positions = Positions(self.lines, sheets=self.template.order)
        return Document(self.tree, self.template.name, positions, tuple(self.template.faults), "cell", self.language)

    def _word(self, field: Field) -> str:
        return field.words.words(self.language)

    def _put(self, into: dict[str, Any], key: str, path: Path, value: Value, field: Field, cell: str) -> None:
        """A value under its key, with its cell; a fault of the cell is kept."""
        into[key], fault = taken(value, field.kind, f"{self.template.name}:{cell}", self.unit)
        self.lines[(*path, key)] = cell
        if fault is not None:
            self.template.faults.append(fault)

    def _about(self) -> None:
        said = about_rows(self.template, set(names_of(ABOUT_FIELDS)))
        fields = {name: field for field in ABOUT_FIELDS for name in field.words}
        given = {fields[name].name: (*each, fields[name]) for name, each in said.items()}
        if "unit" in given and given["unit"][1] in (*UNIT.schema["enum"], "mnkr"):
            self.unit = "mkr" if given["unit"][1] == "mnkr" else given["unit"][1]  # type: ignore[assignment]
        for name, (cell, value, field) in given.items():
            if name in _AT_TOP:
                self._put(self.tree, self._word(field), (), value, field, cell)
            elif name in EXCLUDED_BEFORE:
                key = self._word(_AT_TOP["opening_excluded"])
                self.lines.setdefault((key,), cell)
                inner = EXCLUDED_BEFORE[name]
                self._put(self.tree.setdefault(key, {}), self._word(inner), (key,), value, inner, cell)
            elif field is EARLIER:
                key = self._word(_AT_TOP["opening_deficits"])
                if self._said({field.name: (cell, value)}, field) in ("none", "inga"):
                    self.tree[key] = []
                    self.lines[(key,)] = cell

    def _years(self) -> None:
        """Each column of the sheet of figures that has values, as a year."""
        sheet, template = self.sheet, self.template
        top, headings = headings_of(template, sheet, KEY)
        check_seen(template, sheet, top)
        beside = {column for column, name in headings.items() if name in _LABELS}
        keys = self._keys(top, min(column for column, name in headings.items() if name in KEY))
        filled: dict[int, dict[int, Field]] = {}
        for row, column in sorted(sheet.cells):
            if row <= top or column in beside:
                continue
            if field := keys.get(row):
                filled.setdefault(column, {})[row] = field
            elif row not in keys:
                template.faults.append(codes.HEADING_UNKNOWN.at(template.place(sheet, row, column), heading=""))
        known = {row: field for row, field in keys.items() if field is not None}
        for column, fields in sorted(filled.items()):
            if OF_YEAR.name not in {field.name for field in fields.values()}:
                row = next((row for row, field in known.items() if field.name == OF_YEAR.name), min(fields))
                template.faults.append(codes.FIGURES_WITHOUT_YEAR.at(template.place(sheet, row, column)))
                continue
            path: Path = (self._word(_AT_TOP["year"]), len(self.years))
            self.lines[path] = sheet.place(min(fields), column)
            self.years.append({})
            for row, field in known.items():
                self.lines |= dict.fromkeys(((*path, name) for name in field.words), sheet.place(row, column))
            for row, field in fields.items():
                cell, value = sheet.place(row, column), sheet.cells[row, column]
                self._put(self.years[-1], self._word(field), path, value, field, cell)

    def _keys(self, top: int, key_column: int) -> dict[int, Field | None]:
        """The figure of each row that has a key; ``None`` where the key is none."""
        sheet, known = self.sheet, {name: field for field in _IN_YEAR.values() for name in field.words}
        keys: dict[int, Field | None] = {}
        seen: set[str] = set()
        for (row, column), value in sorted(sheet.cells.items()):
            if column != key_column or row <= top:
                continue
            field, place = known.get(named(value)), self.template.place(sheet, row, column)
            keys[row] = None
            if field is None:
                self.template.faults.append(codes.HEADING_UNKNOWN.at(place, heading=printable(str(value))))
            elif field.name in seen:
                self.template.faults.append(codes.HEADING_TWICE.at(place, heading=heading(self._word(field))))
            else:
                keys[row] = field
                seen.add(field.name)
        return keys

    def _rows(self, key: str) -> Iterator[tuple[str, dict[str, tuple[str, Value]]]]:
        """The rows of a sheet of items: the first cell of each, and its cells and values by the names of fields."""
        words, fields = ITEM_SHEETS[key]
        sheet = self.template.sheet(words)
        if sheet is None:
            return
        names = {name: field.name for field in fields for name in field.words}
        for row, values in Headed(self.template, sheet, fields[0].words, names).rows():
            cells = {names[name]: (sheet.place(row, column), value) for name, (column, value) in values.items()}
            yield sheet.place(row, min(column for column, _ in values.values())), cells

    def _deficits(self) -> None:
        key = self._word(_AT_TOP["opening_deficits"])
        for first, cells in self._rows("opening_deficits"):
            deficits = self.tree.setdefault(key, [])
            if (key,) in self.lines:  # said to be none
                place = f"{self.template.name}:{self.lines.pop((key,))}"
                self.template.faults.append(KEY_TWICE.at(place, key=heading(EARLIER.words.words(self.language))))
            if isinstance(deficits, list):
                self._item(deficits, (key,), first, cells, DEFICIT_FIELDS)

    def _item(
        self, into: list[Any], path: Path, first: str, cells: dict[str, tuple[str, Value]], fields: Sequence[Field]
    ) -> None:
        """A row as an item of a list."""
        at = (*path, len(into))
        self.lines[at] = first
        into.append({})
        for field in fields:
            if field.name in cells:
                cell, value = cells[field.name]
                self._put(into[-1], self._word(field), at, value, field, cell)

    def _items_of_years(self, key: str) -> None:
        """The rows of a sheet, each with the year, or the opening deficit, that it names."""
        for first, cells in self._rows(key):
            fields = ITEM_SHEETS[key][1][3 if key == "exceptional_grounds" else 2 :]
            of_deficit = self._said(cells, BELONGS) in ("opening_deficit", "ingående underskott")
            word = _AT_TOP["opening_deficits" if of_deficit else "year"]
            among = self.tree.get(self._word(word), []) if of_deficit else self.years
            found = self._meant(among, cells) if isinstance(among, list) else None
            if found is None:
                place = f"{self.template.name}:{cells.get(OF_YEAR.name, (first, ''))[0]}"
                given = heading(" ".join(str(cells[each][1]) for each in ("year", "kind") if each in cells)) or "–"
                wanted = _OF_DEFICIT if of_deficit else _OF_YEARS
                self.template.faults.append(codes.ROW_BELONGS_NOWHERE.at(place, given=given, wanted=wanted))
                continue
            inner = self._word(_IN_YEAR[key])
            items = among[found].setdefault(inner, [])
            self._item(items, (self._word(word), found, inner), first, cells, fields)

    def _said(self, cells: dict[str, tuple[str, Value]], field: Field) -> Any:
        """The word of a cell; a fault of it is kept."""
        cell, value = cells.get(field.name, ("", ""))
        word, fault = taken(value, field.kind, f"{self.template.name}:{cell}")
        if cell and fault is None and word not in (*field.kind.said, *field.kind.said.values()):
            try:
                field.kind.read(word, f"{self.template.name}:{cell}", KRONOR)
            except Refused as refusal:
                self.template.faults += refusal.findings
        elif cell and fault is not None:
            self.template.faults.append(fault)
        return word

    def _meant(self, among: list[dict[str, Any]], cells: dict[str, tuple[str, Value]]) -> int | None:
        """Which of the years, or deficits, a row is about: by the year, and by the kind where several have it."""
        year, _ = taken(cells.get(OF_YEAR.name, ("", ""))[1], OF_YEAR.kind, "")
        kind = _kind(self._said(cells, KIND))
        found = [at for at, each in enumerate(among) if each.get(self._word(OF_YEAR)) == year]
        of_kind = [at for at in found if _kind(among[at].get(self._word(KIND), "")) == kind]
        if len(found) == 1 and KIND.name not in cells:
            return found[0]
        return of_kind[0] if of_kind else None


def _kind(word: Any) -> str:
    """A kind of figures by its English word; the outcome where none is said."""
    return {sv: en for en, sv in STATEMENT_KIND.said.items()}.get(str(word), str(word)) or "outcome"
