"""A journal in CSV (grundbok): its rows gathered into vouchers, and a document of them for each calendar year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

from sifund_ledger.exchange.ledgers.csv_cells import Cells, Unread
from sifund_ledger.exchange.sie.checks.voucher_faults import report_sums
from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_NOT_NUMERIC
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.values import is_account_number
from sifund_ledger.findings import printable
from sifund_ledger.written import cleaned

_SERIES: Final = re.compile(r"([A-Za-zÅÄÖåäö]*)[ -]?(.*)")


class _Name(NamedTuple):
    """The series and number of a voucher."""

    series: str
    number: str


@dataclass(slots=True)
class _Group:
    """The rows of one voucher number and one day, with their lines; a voucher is one group or several."""

    name: _Name
    day: str
    text: str
    rows: list[tuple[int, SieRow]] = field(default_factory=list)


class Vouchers:
    """Rows in any order, gathered by day, series and number; texts and objects, which repeat, stand once."""

    def __init__(self, cells: Cells) -> None:
        self._cells, at = cells, cells.at
        self._dimensions = [each for each in sorted(at, key=at.__getitem__) if each.isdigit()]
        self._positions = [at[each] for each in self._dimensions]
        self._signs = (("amount", 1),) if "amount" in at else (("debit", 1), ("credit", -1))
        self._unnumbered: set[str] = set()
        self._objects: dict[tuple[str, ...], Objects] = {}
        self._texts: dict[str, str] = {}
        self._groups: dict[tuple[str, str, str], _Group] = {}

    def take(self, line: int, cells: list[str]) -> None:
        """One row; cells may be lacking at its end. Raises :class:`Unread` for one unread, and keeps nothing of it."""
        listed = tuple(map(cells.__getitem__, self._positions[: bisect_left(self._positions, len(cells))]))
        cells = self._cells.filled(cells)
        day = self._cells.day(line, cells)
        account, ore = self._account(line, cells), self._ore(line, cells)
        objects, name = self._objects_of(listed, cells), self._name(cells)
        text = self._cells.text(cells, "text")
        key = (day, *name)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = _Group(
                name if "series" in self._cells.at else _series_of(name.number), day, text
            )
        group.rows.append((line, SieRow(account, ore, objects, text=self._texts.setdefault(text, text))))

    def _name(self, cells: list[str]) -> _Name:
        try:
            series = self._cells.word(cells, "series") if "series" in self._cells.at else ""
            return _Name(series, self._cells.word(cells, "voucher"))
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

    def _objects_of(self, listed: tuple[str, ...], cells: list[str]) -> Objects:
        objects = self._objects.get(listed)
        if objects is None:
            for dimension in self._dimensions[: len(listed)]:
                self._cells.word(cells, dimension)  # a text that no terminal should obey is refused
            pairs = zip(self._dimensions, map(cleaned, listed), strict=False)
            objects = self._objects[listed] = tuple(pair for pair in pairs if pair[1])
        return objects

    def documents(self) -> Iterator[SieDocument]:
        """The vouchers, a document for each calendar year, the first year first; what does not balance is reported.

        Groups of one number in a year are one voucher, of its earliest day, unless each of them balances by itself.
        """
        by_number: dict[tuple[str, str, str], list[_Group]] = {}
        for (day, series, number), group in self._groups.items():
            by_number.setdefault((day[:4] if number else day, series, number), []).append(group)
        heads: dict[int, SieVoucher] = {}
        for together in by_number.values():
            one = any(sum(row.ore for _, row in group.rows) for group in together)
            for part in [together] if one else [[group] for group in together]:
                head = min(part, key=attrgetter("day"))
                heads[id(head)] = _voucher(head, part)
        years: dict[str, list[SieVoucher]] = {}
        for voucher in (heads[id(group)] for group in self._groups.values() if id(group) in heads):
            years.setdefault(voucher.date[:4], []).append(voucher)
        for year, vouchers in sorted(years.items()):
            for voucher in vouchers:
                report_sums(self._cells.found, voucher)
            records = [SieRecord("PROGRAM", ("CSV",)), SieRecord("RAR", ("0", f"{year}0101", f"{year}1231"))]
            yield SieDocument(type="4I", records=records, vouchers=vouchers)


def _voucher(head: _Group, part: list[_Group]) -> SieVoucher:
    """The groups as one voucher of the first day; a row of another keeps its own."""
    rows = sorted(
        (line, row if group.day == head.day else row._replace(date=group.day))
        for group in part
        for line, row in group.rows
    )
    return SieVoucher(
        *head.name, head.day, head.text, [row for _, row in rows], line=min(head.rows)[0],
        row_lines=tuple(line for line, _ in rows),
    )  # fmt: skip


def _series_of(number: str) -> _Name:
    match = _SERIES.fullmatch(number)
    return _Name(match[1], match[2]) if match else _Name("", number)
