"""The rows of a sheet below its headings (rader under rubriker), with what makes a sheet unsafe to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.template import findings as codes
from sifund_ledger.exchange.template.layout import ABOUT, EXPLANATION, FAULTS, FIELDS, TEMPLATE, VERSION, heading, named
from sifund_ledger.exchange.template.sheet import Sheet, Value
from sifund_ledger.exchange.template.sheets import read_sheets
from sifund_ledger.files import WORKBOOK
from sifund_ledger.findings import Bilingual, Finding, printable

_TOP: Final = 30
"""Among so many rows the headings are sought."""
_MOST_UNSEEN: Final = 20
_SHEET: Final = Bilingual("Bladet", "The sheet")
_ROW: Final = Bilingual("Raden", "The row")
_COLUMN: Final = Bilingual("Kolumnen", "The column")


class Template:
    """A workbook read as the template: its sheets by name, and every fault so far, each with its place."""

    def __init__(self, data: bytes, name: str, known: Sequence[Bilingual]) -> None:
        self.name = name
        self.faults: list[Finding] = []
        self.sheets = read_sheets(WORKBOOK.held(data, name), name)
        self._by_name = {named(sheet.name): sheet for sheet in self.sheets}
        shown = [sheet for sheet in known if sheet not in (FIELDS, FAULTS)]
        listed = Bilingual(", ".join(sheet.sv for sheet in shown), ", ".join(sheet.en for sheet in shown))
        words = {named(word) for sheet in known for word in sheet}
        for sheet in self.sheets:
            if sheet.cells and named(sheet.name) not in words:
                self.faults.append(
                    codes.SHEET_UNKNOWN.at(f"{name}:{sheet.quoted}", sheet=printable(sheet.name), known=listed)
                )

    @property
    def order(self) -> tuple[str, ...]:
        """The sheets in order, as places name them."""
        return tuple(sheet.quoted for sheet in self.sheets)

    @property
    def language(self) -> Language:
        """That of its headings, as the sheet about the file is called."""
        about = self.sheet(ABOUT)
        return "en" if about and named(about.name) == named(ABOUT.en) else "sv"

    def sheet(self, words: Bilingual) -> Sheet | None:
        """A sheet by its name in either language."""
        return next((self._by_name[named(word)] for word in words if named(word) in self._by_name), None)

    def required(self, words: Bilingual) -> Sheet:
        """A sheet that must be there. Raises ``UnreadableInput`` where it is not."""
        sheet = self.sheet(words)
        if sheet is None:
            raise UnreadableInput([*self.faults, codes.SHEET_MISSING.at(self.name, sheet=words)])
        return sheet

    def place(self, sheet: Sheet, row: int, column: int) -> str:
        """A cell as findings name it, the file before it."""
        return f"{self.name}:{sheet.place(row, column)}"


class Headed:
    """A sheet with headings: the column of each name, and its rows below them."""

    def __init__(self, template: Template, sheet: Sheet, anchor: Bilingual, known: Iterable[str]) -> None:
        self.template, self.sheet = template, sheet
        self.top, named_at = headings_of(template, sheet, anchor)
        self.columns: dict[int, str] = {}
        known = set(known)
        filled = {column for row, column in sheet.cells if row > self.top}
        for column, name in named_at.items():
            place = template.place(sheet, self.top, column)
            if name in self.columns.values():
                template.faults.append(codes.HEADING_TWICE.at(place, heading=heading(name)))
            elif name in known:
                self.columns[column] = name
            elif column in filled and name not in EXPLANATION:
                template.faults.append(codes.HEADING_UNKNOWN.at(place, heading=printable(heading(name))))
                filled.discard(column)
        for column in sorted(filled - named_at.keys()):
            template.faults.append(codes.HEADING_UNKNOWN.at(template.place(sheet, self.top, column), heading=""))
        check_seen(template, sheet, self.top)

    def rows(self) -> Iterator[tuple[int, dict[str, tuple[int, Value]]]]:
        """The rows that have values, from the top: by name the column and the value."""
        rows: dict[int, dict[str, tuple[int, Value]]] = {}
        for (row, column), value in self.sheet.cells.items():
            if row > self.top and column in self.columns:
                rows.setdefault(row, {})[self.columns[column]] = (column, value)
        yield from sorted(rows.items())


def headings_of(template: Template, sheet: Sheet, anchor: Bilingual) -> tuple[int, dict[int, str]]:
    """The row of the headings, and their names by column. Raises ``UnreadableInput`` where there is none."""
    at = min(
        (row for (row, _), value in sheet.cells.items() if row <= _TOP and named(value) in anchor), default=None
    )  # fmt: skip
    if at is None:
        words = Bilingual(heading(anchor.sv), heading(anchor.en))
        place = f"{template.name}:{sheet.quoted}"
        raise UnreadableInput([*template.faults, codes.SHEET_WITHOUT_HEADING.at(place, heading=words)])
    return at, {column: named(value) for (row, column), value in sorted(sheet.cells.items()) if row == at}


def check_seen(template: Template, sheet: Sheet, top: int) -> None:
    """Note what is hidden and has values, and what is merged, from the row of headings on."""
    if sheet.hidden and sheet.cells:
        template.faults.append(codes.CELLS_HIDDEN.at(f"{template.name}:{sheet.quoted}", what=_SHEET))
    rows: dict[int, int] = {}
    columns: dict[int, int] = {}
    for row, column in sorted(sheet.cells):
        if row >= top and row in sheet.hidden_rows:
            rows.setdefault(row, column)
        if row >= top and column in sheet.hidden_columns:
            columns.setdefault(column, row)
    _note(template, (codes.CELLS_HIDDEN.at(template.place(sheet, *at), what=_ROW) for at in rows.items()))
    hidden = ((row, column) for column, row in columns.items())
    _note(template, (codes.CELLS_HIDDEN.at(template.place(sheet, *at), what=_COLUMN) for at in hidden))
    merged = (each for each in sheet.merged if each.bottom >= top)
    _note(
        template,
        (codes.CELLS_MERGED.at(template.place(sheet, each.top, each.left), cells=str(each)) for each in merged),
    )


def _note(template: Template, found: Iterable[Finding]) -> None:
    template.faults += islice(found, _MOST_UNSEEN)


def about_rows(template: Template, known: Collection[str]) -> dict[str, tuple[str, Value]]:
    """What the sheet about the file says: by name the place of the value, and the value.

    Raises ``UnreadableInput`` for a template of another version.
    """
    sheet = template.required(ABOUT)
    said: dict[str, tuple[str, Value]] = {}
    first = min((row for row, _ in sheet.cells), default=1)
    check_seen(template, sheet, first)
    for (row, column), label in sorted(sheet.cells.items()):
        if column != 1 or (row, 2) not in sheet.cells:
            continue
        name, place = named(label), sheet.place(row, 2)
        if name in said:
            at = template.place(sheet, row, 1)
            template.faults.append(codes.HEADING_TWICE.at(at, heading=heading(name)))
        elif name in known or name in TEMPLATE:
            said[name] = (place, sheet.cells[row, 2])
        else:
            at = template.place(sheet, row, 1)
            template.faults.append(codes.HEADING_UNKNOWN.at(at, heading=printable(heading(name))))
    where, version = next((said.pop(name) for name in TEMPLATE if name in said), (sheet.quoted, ""))
    if str(version) != str(VERSION):
        place = f"{template.name}:{where}"
        fault = codes.TEMPLATE_OF_OTHER_VERSION.at(place, given=printable(str(version)) or "–", known=VERSION)
        raise UnreadableInput([*template.faults, fault])
    return said
