"""The cells of a ledger in CSV (celler): accounts, days and amounts, as people and systems write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from sifund_ledger.errors import AmountRefused
from sifund_ledger.exchange.ledgers import findings as codes
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.values import ore_of
from sifund_ledger.findings import FindingCode, printable
from sifund_ledger.money import to_ore
from sifund_ledger.written import (
    DayOrder,
    Mark,
    cleaned,
    order_of,
    settled_mark,
    without_artefact,
    written_amount,
    written_day,
)  # fmt: skip

UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
MARKS: Final[Sequence[Mark]] = (".", ",")
_AMOUNTS: Final = ("amount", "debit", "credit", "opening", "change", "closing")
_WHOLE: Final = re.compile("-?[0-9]+")
_PART: Final = re.compile("[0-9]{1,2}")
_REMEMBERED: Final = 10_000
"""How many words are remembered, since accounts and series repeat."""


class Unread(Exception):
    """A cell cannot be read: the meaning of its column, what stands in it, and why.

    ``unclear`` where it could be, were it known which mark is decimal, or whether the day stands before the month: then
    the rest of the file may settle it.
    """

    def __init__(self, meaning: str, value: str, code: FindingCode = codes.LEDGER_CSV_ROW_UNREADABLE) -> None:
        super().__init__(meaning, value)
        self.meaning, self.value, self.code = meaning, value, code
        self.unclear = code is not codes.LEDGER_CSV_ROW_UNREADABLE


def _day_text(day: date) -> str:
    return f"{day:%Y%m%d}".rjust(8, "0")


class Cells:
    """Reads the cells of a table by the positions of its columns, and learns how the file writes amounts and days.

    Whatever cannot be read raises :class:`Unread`.
    """

    def __init__(self, at: Mapping[str, int], found: FileFindings) -> None:
        self.at, self.found = at, found
        self._least = 1 + max(position for meaning, position in at.items() if not meaning.isdigit())
        self._decimal: Mark = ""
        self._order: DayOrder = ""
        self._marks: set[Mark] = set()
        self._orders: set[DayOrder] = set()
        self._days: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._zones: list[tuple[int, str]] = []

    def filled(self, cells: list[str]) -> list[str]:
        """The cells of a row, with those lacking at its end; the dimensions that are lacking must cost nothing."""
        return cells + [""] * (self._least - len(cells)) if len(cells) < self._least else cells

    def text(self, cells: list[str], meaning: str) -> str:
        """The cleaned text of a column, empty where there is none."""
        return cleaned(cells[self.at[meaning]]) if meaning in self.at else ""

    def word(self, cells: list[str], meaning: str) -> str:
        """The cleaned text of a column, refused where it has characters that no terminal should obey."""
        return self.checked_word(cells[self.at[meaning]], meaning)

    def checked_word(self, cell: str, meaning: str) -> str:
        """The cleaned text of a cell, refused likewise."""
        word = self._words.get(cell)
        if word is None:
            if UNPRINTABLE.search(cell.strip()):
                raise Unread(meaning, cell)
            word = cleaned(cell)
            if len(self._words) < _REMEMBERED:
                self._words[cell] = word
        return word

    def day(self, line: int, cells: list[str]) -> str:
        """The day of a row as YYYYMMDD; a time behind it never moves it, and one of a zone is reported."""
        cell = cells[self.at["day"]]
        if known := self._days.get(cell):
            return known
        read = written_day(cell, self._order)
        if read is None:
            self._orders.add(order_of(cleaned(cell)))
            unclear = any(written_day(cell, order) for order in ("dmy", "mdy"))
            raise Unread("day", cell, codes.LEDGER_CSV_DAY_UNCLEAR if unclear else codes.LEDGER_CSV_ROW_UNREADABLE)
        if read.zone:
            self._zones.append((line, cell))
        self._days[cell] = day = _day_text(read.day)
        return day

    def plain_day(self, cell: str) -> str:
        """The day of a cell as YYYYMMDD, and nothing for one that :meth:`day` would have something to say of."""
        if cell not in self._days:
            read = written_day(cell, self._order)
            if read is None or read.zone:
                return ""
            self._days[cell] = _day_text(read.day)
        return self._days[cell]

    def mark_seen(self, mark: Mark) -> None:
        """An amount of the file has a mark before its decimals."""
        self._marks.add(mark)

    def amount(self, line: int, cells: list[str], meaning: str) -> int:
        """The amount of a column in öre, with what a spreadsheet added to it taken away and reported."""
        cell = cells[self.at[meaning]]
        if cell[-4:-3] not in MARKS and (ore := ore_of(cell.replace(",", "."))) is not None:
            if (mark := next((mark for mark in MARKS if mark in cell), None)) is not None:
                self._marks.add(mark)
            return ore
        read = written_amount(cell)
        if read is None or read.unit not in ("", "kr"):
            raise Unread(meaning, cell)
        if read.unclear and not self._decimal:
            raise Unread(meaning, cell, codes.LEDGER_CSV_AMOUNT_AMBIGUOUS)
        self._marks.update(() if read.unclear else [read.mark])
        number = read.by(self._decimal)
        meant = without_artefact(number)
        try:
            ore = to_ore(number if meant is None else meant)
        except AmountRefused:
            raise Unread(meaning, cell) from None
        if meant is not None and meant != number:
            self.found.add(codes.LEDGER_CSV_AMOUNT_ROUNDED, line, value=printable(cell.strip()), amount=ore)
        return ore

    def settle(self) -> bool:
        """Take what the file has shown for all of it; whether it has shown anything."""
        self._decimal = settled_mark(self._marks)
        orders = self._orders - {""}
        self._order = next(iter(orders)) if len(orders) == 1 else ""
        return bool(self._decimal or self._order)

    def report(self) -> None:
        """Report the days that a time zone may make others."""
        if self._zones:
            line, cell = self._zones[0]
            count = len(self._zones)
            self.found.add(codes.LEDGER_CSV_DAY_HAS_ZONE, line, value=printable(cell.strip()), count=count)


class SplitDecimals:
    """Tells whether commas stand both between cells and before decimals: ``100,50`` is then 100, and 50 beside it.

    So it is where the cell after the amount has one or two digits on every row that has an amount, and no amount has
    decimals of its own.
    """

    def __init__(self, at: Mapping[str, int]) -> None:
        balances = {at[meaning] for meaning in _AMOUNTS[3:] if meaning in at}  # amounts that do stand side by side
        places = {at[meaning] for meaning in _AMOUNTS if meaning in at}
        self._at = sorted(place for place in places if place + 1 not in balances)
        self._split = self._whole = 0
        self.example = ""

    def see(self, *rows: Sequence[str]) -> None:
        """Some rows; once one amount is followed otherwise, the rows after it say nothing more."""
        for cells in rows:
            if self._whole:
                return
            self._see(cells)

    def _see(self, cells: Sequence[str]) -> None:
        filled = [place for place in self._at if place < len(cells) and cells[place].strip()]
        if not filled:
            return
        first = filled[0]
        after = cells[first + 1].strip() if first + 1 < len(cells) else ""
        if _WHOLE.fullmatch(cells[first].strip()) and _PART.fullmatch(after):
            self._split += 1
            self.example = self.example or f"{cells[first].strip()},{after}"
        else:
            self._whole += 1

    @property
    def on_every_row(self) -> bool:
        """Whether every amount is followed so."""
        return self._split > 0 == self._whole
