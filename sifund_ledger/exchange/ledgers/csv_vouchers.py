"""A journal in CSV (grundbok): its rows read one by one or many at once, and its vouchers by calendar year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from sifund_ledger.exchange.ledgers.csv_cells import Cells, Unread
from sifund_ledger.exchange.ledgers.csv_columns import Odd, ores, read_each, signed_ores, texts, words
from sifund_ledger.exchange.ledgers.csv_journal import Journal, JournalRows
from sifund_ledger.exchange.sie.checks.voucher_faults import report_unbalanced
from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_NOT_NUMERIC
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.text.rows import joined
from sifund_ledger.exchange.sie.values import is_account_number
from sifund_ledger.findings import printable
from sifund_ledger.written import cleaned

if TYPE_CHECKING:
    from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader

_SERIES: Final = re.compile(r"([A-Za-zÅÄÖåäö]*)[ -]?(.*)")


class Vouchers:
    """Rows in any order, gathered by day, series and number; texts and objects, which repeat, stand once."""

    def __init__(self, cells: Cells) -> None:
        self._cells, at = cells, cells.at
        self._dimensions = [each for each in sorted(at, key=at.__getitem__) if each.isdigit()]
        self._positions = [at[each] for each in self._dimensions]
        self._signs = (("amount", 1),) if "amount" in at else (("debit", 1), ("credit", -1))
        self._numbers: set[str] = set()
        self._unnumbered: set[str] = set()
        self._objects: dict[tuple[str, ...], str] = {}
        self._journal = Journal()

    def take(self, line: int, cells: list[str]) -> None:
        """One row; cells may be lacking at its end. Raises :class:`Unread` for one unread, and keeps nothing of it."""
        listed = tuple(map(cells.__getitem__, self._positions[: bisect_left(self._positions, len(cells))]))
        cells = self._cells.filled(cells)
        day = self._cells.day(line, cells)
        account, ore = self._account(line, cells), self._ore(line, cells)
        objects, (series, number) = self._objects_of(listed), self._name(cells)
        text = self._cells.text(cells, "text")
        self._journal.add(JournalRows([line], [(day, series, number)], [account], [ore], [objects], [text]))

    def take_many(self, lines: Sequence[int], rows: Sequence[list[str]], width: int) -> bool:
        """Many rows at once, where all of them have so many cells, each in the plainest way; else none of them."""
        if {*map(len, rows)} != {width}:
            return False
        try:
            read = self._columns(lines, list(zip(*rows, strict=True)))
        except (Odd, Unread):
            return False
        self._journal.add(read)
        return True

    def _columns(self, lines: Sequence[int], columns: Sequence[Sequence[str]]) -> JournalRows:
        at, none = self._cells.at, [""] * len(lines)
        days = read_each(columns[at["day"]], self._cells.plain_day)
        accounts = words(columns[at["account"]])
        new = {*accounts} - self._numbers - self._unnumbered
        if not all(map(is_account_number, new)):
            raise Odd
        self._numbers |= new
        series = words(columns[at["series"]]) if "series" in at else none
        keys = list(zip(days, series, words(columns[at["voucher"]]), strict=True))
        listed = (
            list(zip(*map(columns.__getitem__, self._positions), strict=True)) if self._positions else [()] * len(lines)
        )
        objects = {each: self._objects_of(each) for each in set(listed)}
        amounts = [columns[at[meaning]] for meaning, _ in self._signs]
        return JournalRows(
            lines, keys, accounts,
            ores(self._cells, *amounts) if len(amounts) == 1 else signed_ores(self._cells, *amounts),
            list(map(objects.__getitem__, listed)), texts(columns[at["text"]]) if "text" in at else none,
        )  # fmt: skip

    def _name(self, cells: list[str]) -> tuple[str, str]:
        try:
            series = self._cells.word(cells, "series") if "series" in self._cells.at else ""
            return series, self._cells.word(cells, "voucher")
        except Unread as fault:
            raise Unread("voucher", fault.value) from None

    def _account(self, line: int, cells: list[str]) -> str:
        number = self._cells.word(cells, "account")
        if number == "":
            raise Unread("account", cells[self._cells.at["account"]])
        if not is_account_number(number) and number not in self._unnumbered:
            self._unnumbered.add(number)
            self._cells.found.add(SIE_ACCOUNT_NOT_NUMERIC, line, account=printable(number))
        return number

    def _ore(self, line: int, cells: list[str]) -> int:
        """The amount of a row, debit positive."""
        total, stated = 0, False
        for meaning, sign in self._signs:
            if cells[self._cells.at[meaning]].strip():
                total, stated = total + sign * self._cells.amount(line, cells, meaning), True
        if not stated:
            raise Unread("amount", "")
        return total

    def _objects_of(self, listed: tuple[str, ...]) -> str:
        """The objects of the dimensions' cells, as a general ledger keeps them."""
        objects = self._objects.get(listed)
        if objects is None:
            for dimension, cell in zip(self._dimensions, listed, strict=False):
                self._cells.checked_word(cell, dimension)  # a text that no terminal should obey is refused
            pairs = zip(self._dimensions, map(cleaned, listed), strict=False)
            objects = self._objects[listed] = joined(*chain.from_iterable(pair for pair in pairs if pair[1]))
        return objects

    def put_into(self, reader: LedgerReader) -> int:
        """Put the vouchers into a ledger, a source for each calendar year; what does not balance is reported.

        How many vouchers there are.
        """
        named = "series" in self._cells.at
        found, count = self._cells.found, 0
        for of_year in self._journal.years():
            names = [key[1:] if named else _series_of(key[2]) for key in of_year.keys]
            for (series, number), line, ore in zip(names, of_year.lines, of_year.differences, strict=True):
                if ore:
                    report_unbalanced(found, series, number, line, ore)
            year = of_year.year
            records = [SieRecord("PROGRAM", ("CSV",)), SieRecord("RAR", ("0", f"{year}0101", f"{year}1231"))]
            reader.take_journal(of_year, names, SieDocument(type="4I", records=records), found)
            count += len(names)
        return count


def _series_of(number: str) -> tuple[str, str]:
    match = _SERIES.fullmatch(number)
    return (match[1], match[2]) if match else ("", number)
