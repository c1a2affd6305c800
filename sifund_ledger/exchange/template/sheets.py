"""The sheets of a workbook and their cells (blad, celler), as they were saved: every number exact, nothing computed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from typing import Final, NamedTuple

from sifund_ledger.exchange.template.archive import MOST_ELEMENTS, Archive
from sifund_ledger.findings import Bilingual

MOST_CELLS: Final = 1_000_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_CELLS: Final = Bilingual("ifyllda celler", "cells with values")
_NO_SHEETS: Final = Bilingual("den har inga blad", "it has no sheets")
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_DIGITS: Final = Context(prec=15)
"""What a spreadsheet program knows of a number."""
_LARGEST: Final = 18
_EPOCH: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_LAST_SERIAL: Final = 2_958_465
_DATES: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The built-in formats of days and times."""
_IN_FORMAT: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|e[+-]', re.IGNORECASE)
"""What has no meaning in a format but its own characters."""
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class CellError(str):
    """What a cell shows where its formula fails: ``#REF!``."""

    __slots__ = ()


class Uncomputed(str):
    """Stands for what a formula would have, had it been computed."""

    __slots__ = ()


Value = int | Decimal | str | bool | date | datetime | CellError | Uncomputed
"""Texts, days, whole numbers and others; a time of a day stands with it where it is not midnight."""


class Merged(NamedTuple):
    """Cells that are merged: rows and columns from and to, from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{reference(self.top, self.left)}:{reference(self.bottom, self.right)}"


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, the values of its cells by row and column from 1, what is hidden or merged, and formulas,
    whose text is empty where a cell shares that of another."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def quoted(self) -> str:
        """Its name as a reference has it: ``'Eget kapital'``."""
        return self.name if re.fullmatch(r"[^\W\d]\w*", self.name) else "'" + self.name.replace("'", "''") + "'"

    def place(self, row: int, column: int) -> str:
        """A cell as findings name it.

        >>> Sheet("Egna rader").place(7, 28)
        "'Egna rader'!AB7"
        """
        return f"{self.quoted}!{reference(row, column)}"


def reference(row: int, column: int) -> str:
    """A cell as people name it: ``C7``."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def read_sheets(data: bytes, name: str, *, most_elements: int = MOST_ELEMENTS) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in order. Raises ``UnreadableInput`` for any other bytes, in bounded time and memory.

    What a formula came to when the file was saved is its value; macros, links and pictures are not touched.
    """
    archive = Archive(data, name, most_elements)
    book = _Book(archive)
    return tuple(_SheetReader(archive, book, sheet, part).sheet for sheet, part in book.sheets)


class _Book:
    """What the sheets share: their names and parts, texts, formats and the first day."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.from_1904 = False
        self.texts: list[str] = []
        self.days: list[bool] = []
        main = self._targets("_rels/.rels", "").get("officeDocument", "xl/workbook.xml")
        folder = posixpath.dirname(main)
        self._related = self._by_id(f"{folder}/_rels/{posixpath.basename(main)}.rels", folder)
        self.sheets: list[tuple[Sheet, str]] = []
        archive.walk(main, self._in_book, lambda name: None)
        if not self.sheets:
            raise archive.unreadable(_NO_SHEETS)
        targets = self._kinds
        if "sharedStrings" in targets:
            self.texts = _texts(archive, targets["sharedStrings"])
        if "styles" in targets:
            self.days = _formats_of_days(archive, targets["styles"])

    def _in_book(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            key = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            if part := self._related.get(key):
                title = attributes.get("name", "")[:100]
                self.sheets.append((Sheet(title, attributes.get("state", "visible") != "visible"), part))

    def _targets(self, part: str, folder: str) -> dict[str, str]:
        self._by_id(part, folder)
        return self._kinds

    def _by_id(self, part: str, folder: str) -> dict[str, str]:
        """The parts that another names, by identity; by their kinds in ``_kinds``."""
        found: dict[str, str] = {}
        self._kinds: dict[str, str] = {}

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[attributes.get("Id", "")] = path
                self._kinds.setdefault(attributes.get("Type", "").rpartition("/")[2], path)

        if part.casefold() in self.archive.parts:
            self.archive.walk(part, start, lambda name: None)
        return found


def _texts(archive: Archive, part: str) -> list[str]:
    """The texts that cells share, without the pronunciation that stands beside Japanese ones."""
    texts: list[str] = []
    pieces: list[str] = []
    within: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        within.append(name)
        if len(within) > 100:
            raise archive.damaged(part)
        if name == "si":
            pieces.clear()

    def end(name: str) -> None:
        within.pop()
        if name == "si":
            texts.append(_unescaped("".join(pieces)))
            archive.count_text(texts[-1])

    def text(data: str) -> None:
        if within[-1:] == ["t"] and "rPh" not in within:
            pieces.append(data)
            archive.count_text(data)

    archive.walk(part, start, end, text)
    return texts


def _formats_of_days(archive: Archive, part: str) -> list[bool]:
    """Whether each format of cells is one of days or times, in the order in which cells name them."""
    own: dict[str, bool] = {}
    formats: list[bool] = []
    within: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            own[attributes.get("numFmtId", "")] = is_of_days(attributes.get("formatCode", ""))
        elif name == "xf" and within and within[-1] == "cellXfs":
            number = attributes.get("numFmtId", "0")
            formats.append(own[number] if number in own else number.isdecimal() and int(number[:6]) in _DATES)
        if name != "xf":
            within.append(name)

    def end(name: str) -> None:
        if name != "xf" and within:
            within.pop()

    archive.walk(part, start, end)
    return formats


def is_of_days(code: str) -> bool:
    """Whether a number format shows a day or a time.

    >>> [is_of_days(code) for code in ("yyyy-mm-dd", '#,##0 "mkr"', "# ##0\\\\ [$kr-41D]", "[h]:mm", "General")]
    [True, False, False, True, False]
    """
    first = _IN_FORMAT.sub("", code[:1000]).partition(";")[0].lower()
    return any(letter in first for letter in "dmyhs")


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _SheetReader:
    """One pass over a sheet."""

    def __init__(self, archive: Archive, book: _Book, sheet: Sheet, part: str) -> None:
        self.archive, self.book, self.sheet, self.part = archive, book, sheet, part
        self._row = self._column = 0
        self._kind = self._style = ""
        self._formula = self._valued = False
        self._into: list[str] | None = None
        self._value: list[str] = []
        self._written: list[str] = []
        self._phonetic = self._hiding = 0
        archive.walk(part, self._start, self._end, self._text)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            number = attributes.get("r")
            self._row = self._number(number) if number else self._row + 1
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self.sheet.hidden_rows.add(self._row)
        elif name in ("v", "t"):
            self._valued = True
            self._into = None if self._phonetic else self._value
        elif name == "f":
            self._formula = True
            self._into = self._written
        elif name == "rPh":
            self._phonetic += 1
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self._hide(range(self._number(attributes.get("min")), self._number(attributes.get("max")) + 1))
        elif name == "mergeCell":
            self._merged(attributes.get("ref", ""))

    def _hide(self, columns: range) -> None:
        """Columns that are hidden; a sheet says so of each once, in one range or many."""
        self._hiding += len(columns)
        if self._hiding > 2 * _LAST_COLUMN:
            raise self.archive.damaged(self.part)
        self.sheet.hidden_columns.update(columns)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._formula = self._valued = False
        self._value, self._written = [], []
        where = attributes.get("r")
        if where is None:
            self._column += 1
        else:
            self._row, self._column = self._at(where)
        if not (1 <= self._row <= _LAST_ROW and 1 <= self._column <= _LAST_COLUMN):
            raise self.archive.damaged(self.part)

    def _end(self, name: str) -> None:
        if name == "c":
            value = self._read()
            if value is not None:
                if len(self.sheet.cells) >= MOST_CELLS:
                    raise self.archive.too_large(MOST_CELLS, _CELLS)
                self.sheet.cells[self._row, self._column] = value
                if self._formula:
                    self.sheet.formulas[self._row, self._column] = "".join(self._written)
        elif name in ("v", "t", "f"):
            self._into = None
        elif name == "rPh":
            self._phonetic -= 1

    def _text(self, data: str) -> None:
        if self._into is not None:
            self.archive.count_text(data)
            self._into.append(data)

    def _number(self, text: str | None) -> int:
        if text is None or not text.isascii() or not text.isdigit() or len(text) > 7 or not 1 <= int(text) <= _LAST_ROW:
            raise self.archive.damaged(self.part)
        return int(text)

    def _at(self, where: str) -> tuple[int, int]:
        match = _REFERENCE.fullmatch(where)
        if match is None:
            raise self.archive.damaged(self.part)
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(match[2]), column

    def _merged(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        if len(self.sheet.merged) < MOST_CELLS:
            self.sheet.merged.append(Merged(*self._at(first), *self._at(last or first)))

    def _read(self) -> Value | None:
        """The value of a cell; ``None`` for an empty one."""
        text = "".join(self._value)
        if self._kind == "s":
            return self._shared(text) if text else None
        if self._kind in ("str", "inlineStr"):
            return _unescaped(text) if text.strip() else None
        text = text.strip()
        if not text:
            return Uncomputed("=") if self._formula else None
        if self._kind == "b":
            return text in ("1", "true")
        if self._kind == "e":
            return CellError(text[:20])
        if self._kind == "d":
            return self._iso(text)
        return self._numeric(text)

    def _shared(self, text: str) -> str | None:
        index = self._number(text) if text != "0" else 0
        if index >= len(self.book.texts):
            raise self.archive.damaged(self.part)
        shared = self.book.texts[index]
        return shared if shared.strip() else None

    def _iso(self, text: str) -> Value:
        with suppress(ValueError):
            read = datetime.fromisoformat(text[:40]).replace(tzinfo=None)
            return _day_or_time(read)
        raise self.archive.damaged(self.part)

    def _numeric(self, text: str) -> Value:
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise self.archive.damaged(self.part) from None
        if not number.is_finite():
            raise self.archive.damaged(self.part)
        style = int(self._style) if self._style.isascii() and self._style.isdigit() and len(self._style) < 7 else 0
        if style < len(self.book.days) and self.book.days[style] and 0 <= number <= _LAST_SERIAL:
            first = _EPOCH[self.book.from_1904]
            seconds = round(float(number - int(number)) * 86_400)
            midnight = datetime(first.year, first.month, first.day)  # noqa: DTZ001
            with suppress(OverflowError):
                return _day_or_time(midnight + timedelta(days=int(number), seconds=seconds))
        if abs(number.adjusted()) > _LARGEST:
            return number if number.adjusted() > 0 else Decimal(0)
        number = _DIGITS.plus(number)
        whole = int(number)
        return whole if whole == number else number


def _day_or_time(read: datetime) -> date | datetime:
    return read if (read.hour or read.minute or read.second) else read.date()
