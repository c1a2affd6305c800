"""The rows of a general ledger in CSV (konteringar), gathered into vouchers and documents, one for each year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

from sifund_ledger.errors import AmountRefused
from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_NOT_NUMERIC
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.sie.values import date_of, is_account_number, ore_of
from sifund_ledger.findings import printable
from sifund_ledger.money import to_ore

_DAY: Final = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_SERIES: Final = re.compile(r"([A-Za-zÅÄÖåäö]*)[ -]?(.*)")
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MARKS: Final = frozenset(".,")

Fault = tuple[str, str]
"""The column of a cell that cannot be read, and what stands in it."""


class Name(NamedTuple):
    """The series and number of a voucher."""

    series: str
    number: str


@dataclass(slots=True)
class Group:
    """The rows of one voucher number and one day, with their lines; a voucher is one group or several."""

    name: Name
    day: str
    text: str
    rows: list[tuple[int, SieRow]] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The line of the first row."""
        return self.rows[0][0]


class Rows:
    """Reads rows in any order, by the positions of the columns; texts and objects, which repeat, stand once."""

    def __init__(self, at: Mapping[str, int], found: FileFindings) -> None:
        self._at, self._found = at, found
        self._dimensions = [each for each in sorted(at, key=at.__getitem__) if each.isdigit()]
        self._positions = [at[each] for each in self._dimensions]
        self._least = 1 + max(position for each, position in at.items() if not each.isdigit())
        self._days: dict[str, str] = {}
        self._accounts: dict[str, str] = {}
        self._unnumbered: set[str] = set()
        self._objects: dict[tuple[str, ...], Objects] = {}
        self._texts: dict[str, str] = {}
        self.groups: dict[tuple[str, str, str], Group] = {}

    def take(self, line: int, cells: list[str]) -> Fault | None:
        """One row; cells may be lacking at its end. What cannot be read is returned, and then nothing of it is kept."""
        at = self._at
        # The dimensions that are lacking must cost nothing: there may be many.
        listed = tuple(map(cells.__getitem__, self._positions[: bisect_left(self._positions, len(cells))]))
        if len(cells) < self._least:
            cells = cells + [""] * (self._least - len(cells))
        day = self._days.get(cells[at["day"]]) or self._day(cells[at["day"]])
        if not day:
            return "day", cells[at["day"]]
        account = self._accounts.get(cells[at["account"]]) or self._account(cells[at["account"]], line)
        if not account:
            return "account", cells[at["account"]]
        fault, ore = self._ore(cells)
        if fault:
            return fault
        for dimension, cell in zip(self._dimensions, listed, strict=False) if listed not in self._objects else ():
            if _UNPRINTABLE.search(cell.strip()):
                return dimension, cell
        number, text = cells[at["voucher"]].strip(), cells[at["text"]].strip() if "text" in at else ""
        series = cells[at["series"]].strip() if "series" in at else ""
        group = self.groups.get((day, series, number))
        if group is None:
            if _UNPRINTABLE.search(series + number):
                return "voucher", series + number
            name = Name(series, number) if "series" in at else _series_of(number)
            group = self.groups[day, series, number] = Group(name, day, text)
        text = self._texts.setdefault(text, text)
        group.rows.append((line, SieRow(account, ore, self._objects_of(listed), text=text)))
        return None

    def _day(self, cell: str) -> str:
        match = _DAY.fullmatch(cell.strip())
        day = "".join(match.groups()) if match else ""
        if day and date_of(day):
            self._days[cell] = day
            return day
        return ""

    def _account(self, cell: str, line: int) -> str:
        number = cell.strip()
        if _UNPRINTABLE.search(number):
            return ""
        if number and not is_account_number(number) and number not in self._unnumbered:
            self._unnumbered.add(number)
            self._found.add(SIE_ACCOUNT_NOT_NUMERIC, line, account=printable(number))
        self._accounts[cell] = number
        return number

    def _ore(self, cells: list[str]) -> tuple[Fault | None, int]:
        """The amount of a row, debit positive."""
        at = self._at
        signs = (("amount", 1),) if "amount" in at else (("debit", 1), ("credit", -1))
        total, stated = 0, False
        for meaning, sign in signs:
            cell = cells[at[meaning]]
            if cell.strip():
                ore, stated = _ore_of(cell), True
                if ore is None:
                    return (meaning, cell), 0
                total += sign * ore
        return (None, total) if stated else (("amount", ""), 0)

    def _objects_of(self, listed: tuple[str, ...]) -> Objects:
        objects = self._objects.get(listed)
        if objects is None:
            pairs = ((dimension, cell.strip()) for dimension, cell in zip(self._dimensions, listed, strict=False))
            objects = self._objects[listed] = tuple(pair for pair in pairs if pair[1])
        return objects


def documents_of(groups: Mapping[tuple[str, str, str], Group]) -> Iterator[SieDocument]:
    """The vouchers of the groups, by day, series and number; a document for each calendar year, the first year first.

    Groups of one number in a year are one voucher, of its earliest day, unless each of them balances by itself.
    """
    by_number: dict[tuple[str, str, str], list[Group]] = {}
    for (day, series, number), group in groups.items():
        by_number.setdefault((day[:4] if number else day, series, number), []).append(group)
    heads: dict[int, SieVoucher] = {}
    for together in by_number.values():
        one = any(sum(row.ore for _, row in group.rows) for group in together)
        for part in [together] if one else [[group] for group in together]:
            head = min(part, key=attrgetter("day"))
            heads[id(head)] = _voucher(head, part)
    years: dict[str, list[SieVoucher]] = {}
    for voucher in (heads[id(group)] for group in groups.values() if id(group) in heads):
        years.setdefault(voucher.date[:4], []).append(voucher)
    for year, vouchers in sorted(years.items()):
        records = [SieRecord("PROGRAM", ("CSV",)), SieRecord("RAR", ("0", f"{year}0101", f"{year}1231"))]
        yield SieDocument(type="4I", records=records, vouchers=vouchers)


def _voucher(head: Group, part: list[Group]) -> SieVoucher:
    """The groups as one voucher of the first day; a row of another keeps its own."""
    rows = sorted(
        (line, row if group.day == head.day else row._replace(date=group.day))
        for group in part
        for line, row in group.rows
    )
    return SieVoucher(
        *head.name, head.day, head.text, [row for _, row in rows], line=head.line,
        row_lines=tuple(line for line, _ in rows),
    )  # fmt: skip


def _ore_of(cell: str) -> int | None:
    # SIE's point is always decimal, and a table's may part thousands: what could do so only the stricter reading takes.
    ore = None if cell[-4:-3] in _MARKS else ore_of(cell.replace(",", "."))
    if ore is None:
        try:
            ore = to_ore(cell)
        except AmountRefused:
            return None
    return ore


def _series_of(number: str) -> Name:
    match = _SERIES.fullmatch(number)
    return Name(match[1], match[2]) if match else Name("", number)
