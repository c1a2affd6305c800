"""The sheets of a workbook read (blad), as they were saved: every number exact, nothing computed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from typing import Final

from sifund_ledger.exchange.template.archive import MOST_ELEMENTS, Archive
from sifund_ledger.exchange.template.shared_parts import SharedParts, unescaped
from sifund_ledger.exchange.template.sheet import CellError, Merged, Sheet, Uncomputed, Value
from sifund_ledger.findings import Bilingual

MOST_CELLS: Final = 1_000_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_CELLS: Final = Bilingual("ifyllda celler", "cells with values")
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_DIGITS: Final = Context(prec=15)
"""What a spreadsheet program knows of a number."""
_LARGEST: Final = 18
_EPOCH: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_LAST_SERIAL: Final = 2_958_465


def read_sheets(data: bytes, name: str, *, most_elements: int = MOST_ELEMENTS) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in order. Raises ``UnreadableInput`` for any other bytes, in bounded time and memory.

    What a formula came to when the file was saved is its value; macros, links and pictures are not touched.
    """
    archive = Archive(data, name, most_elements)
    book = SharedParts(archive)
    return tuple(_SheetReader(archive, book, sheet, part).sheet for sheet, part in book.sheets)


class _SheetReader:
    """One pass over a sheet."""

    def __init__(self, archive: Archive, book: SharedParts, sheet: Sheet, part: str) -> None:
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
            return unescaped(text) if text.strip() else None
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
