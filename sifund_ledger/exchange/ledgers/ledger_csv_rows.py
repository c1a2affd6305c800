"""The rows of a general ledger in CSV (konteringar), gathered by voucher and year and added as columns."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from operator import le
from typing import TYPE_CHECKING, Final, NamedTuple

from sifund_ledger.errors import AmountRefused
from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_NOT_NUMERIC
from sifund_ledger.exchange.sie.rows import joined, tail_of
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.sie.values import date_of, is_account_number, ore_of
from sifund_ledger.exchange.sie.voucher_faults import report_unbalanced
from sifund_ledger.findings import printable
from sifund_ledger.general_ledger.columns import Columns
from sifund_ledger.money import to_ore

if TYPE_CHECKING:
    from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader

_DAY: Final = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_SERIES: Final = re.compile(r"([A-Za-zÅÄÖåäö]*)[ -]?(.*)")
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_APART: Final = "\x1f"
"""Stands between series and number where they are columns of their own; no cell that is read has it."""
_REMEMBERED: Final = 10_000
_MARKS: Final = frozenset(".,")

Fault = tuple[str, str]
"""The column of a cell that cannot be read, and what stands in it."""


class Layout(NamedTuple):
    """Where the columns of a table stand: their number, and positions by meaning (``day``, ``account``, ``20`` …)."""

    width: int
    at: dict[str, int]


class _Details(dict[str, int]):
    """The number of a text among the details; those met first are remembered, since texts repeat."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __missing__(self, text: str) -> int:
        number = self._columns.details[joined("", text)]
        if len(self) < _REMEMBERED:
            self[text] = number
        return number


class Rows:
    """Gathers rows in any order; at the end they become vouchers, year by year.

    Of a row six integers are kept; its texts stand once in the tables of the ledger. Rows of one number and day are a
    group; a voucher is one group or several.
    """

    def __init__(self, columns: Columns, layout: Layout) -> None:
        self._columns, self._at = columns, layout.at
        self._dimensions = [each for each in sorted(layout.at, key=layout.at.__getitem__) if each.isdigit()]
        self._positions = [layout.at[each] for each in self._dimensions]
        self._width = 1 + max(layout.at.values())
        self._least = 1 + max(position for each, position in layout.at.items() if not each.isdigit())
        self._days: dict[str, str] = {}
        self._accounts: dict[str, int] = {}
        self._unnumbered: dict[str, int] = {}
        self._objects: dict[tuple[str, ...], int] = {}
        self._details = _Details(columns)
        self._groups: dict[str, int] = {}
        self._names: list[str] = []
        self._group_days: list[str] = []
        self._texts: list[str] = []
        self._lines = array("I")
        self._sums: list[int] = []  # no array: a sum may be larger than any amount
        self._row_group, self._row_account, self._row_ore = array("I"), array("I"), array("q")
        self._row_objects, self._row_details, self._row_line = array("I"), array("I"), array("I")

    def take(self, line: int, cells: list[str]) -> Fault | None:
        """One row; cells may be lacking at its end. What cannot be read is returned, and then nothing of it is kept."""
        at, positions = self._at, self._positions
        if len(cells) < self._width:  # the dimensions that are lacking must cost nothing: there may be many
            positions = positions[: bisect_left(positions, len(cells))]
            cells = cells + [""] * (self._least - len(cells))
        day = self._days.get(cells[at["day"]]) or self._day(cells[at["day"]])
        if not day:
            return "day", cells[at["day"]]
        account = self._accounts.get(cells[at["account"]], -1)
        if account < 0 and (account := self._account(cells[at["account"]], line)) < 0:
            return "account", cells[at["account"]]
        fault, ore = self._ore(cells)
        if fault:
            return fault
        listed = tuple(map(cells.__getitem__, positions))
        objects = self._objects.get(listed, -1)
        if objects < 0:
            for dimension, cell in zip(self._dimensions, listed, strict=False):
                if _UNPRINTABLE.search(cell.strip()):
                    return dimension, cell
            objects = self._take_objects(listed)
        number, text = cells[at["voucher"]].strip(), cells[at["text"]].strip() if "text" in at else ""
        series = cells[at["series"]].strip() if "series" in at else ""
        name = f"{series}{_APART}{number}" if "series" in at else number
        group = self._groups.get(day + name, -1)
        if group < 0:
            if _UNPRINTABLE.search(series + number):
                return "voucher", series + number
            group = self._group(day, name, text, line)
        self._sums[group] += ore
        self._row_group.append(group)
        self._row_account.append(account)
        self._row_ore.append(ore)
        self._row_objects.append(objects)
        self._row_details.append(self._details[text])
        self._row_line.append(line)
        return None

    def _day(self, cell: str) -> str:
        match = _DAY.fullmatch(cell.strip())
        day = "".join(match.groups()) if match else ""
        if day and date_of(day):
            self._days[cell] = day
            return day
        return ""

    def _account(self, cell: str, line: int) -> int:
        number = cell.strip()
        if not number or _UNPRINTABLE.search(number):
            return -1
        if not is_account_number(number):
            self._unnumbered.setdefault(number, line)
        self._accounts[cell] = known = self._columns.accounts[number]
        return known

    def _ore(self, cells: list[str]) -> tuple[Fault | None, int]:
        """The amount of a row, debit positive."""
        at = self._at
        if "amount" in at:
            ore = _ore_of(cells[at["amount"]])
            return (("amount", cells[at["amount"]]), 0) if ore is None else (None, ore)
        total, stated = 0, False
        for meaning, sign in (("debit", 1), ("credit", -1)):
            cell = cells[at[meaning]]
            if cell.strip():
                ore, stated = _ore_of(cell), True
                if ore is None:
                    return (meaning, cell), 0
                total += sign * ore
        return (None, total) if stated else (("amount", ""), 0)

    def _take_objects(self, listed: tuple[str, ...]) -> int:
        pairs = ((dimension, cell.strip()) for dimension, cell in zip(self._dimensions, listed, strict=False))
        objects = self._columns.objects[joined(*(part for pair in pairs if pair[1] for part in pair))]
        self._objects[listed] = objects
        return objects

    def _group(self, day: str, name: str, text: str, line: int) -> int:
        self._groups[day + name] = group = len(self._names)
        self._names.append(name)
        self._group_days.append(day)
        self._texts.append(text)
        self._lines.append(line)
        self._sums.append(0)
        return group

    def end(self, reader: LedgerReader, found: FileFindings) -> int:
        """Add what was gathered: a source for each calendar year. How many rows there were."""
        self._groups.clear()
        for account, line in self._unnumbered.items():
            found.add(SIE_ACCOUNT_NOT_NUMERIC, line, account=printable(account))
        voucher, columns = self._vouchers(), self._columns
        tables = [list(table) for table in (columns.accounts, columns.objects, columns.details)]
        unbalanced = self._unbalanced(voucher)
        heads = sorted(set(voucher), key=lambda group: (self._group_days[group][:4], group))
        rank = array("I", voucher)
        for index, head in enumerate(heads):
            rank[head] = index
        ranks = array("I", (rank[voucher[group]] for group in self._row_group))
        order: Sequence[int] = range(len(ranks))
        if not all(map(le, ranks, islice(ranks, 1, None))):
            order = array("I", sorted(order, key=ranks.__getitem__))
        counts = Counter(ranks)
        first = row = 0
        while first < len(heads):
            year = self._group_days[heads[first]][:4]
            last = first
            while last < len(heads) and self._group_days[heads[last]][:4] == year:
                last += 1
            rows = sum(counts[index] for index in range(first, last))
            self._add_vouchers(heads[first:last], [counts[index] for index in range(first, last)])
            self._add_rows(order[row : row + rows], voucher, *tables)
            self._report(heads[first:last], unbalanced, found)
            span = SieRecord("RAR", ("0", f"{year}0101", f"{year}1231"))
            document = SieDocument(type="4I", records=[SieRecord("PROGRAM", ("CSV",)), span])
            reader.end_source(found, document)
            first, row = last, row + rows
        return len(order)

    def _vouchers(self) -> list[int]:
        """The voucher of each group, by its group of the earliest day, whatever the order of the rows."""
        met: dict[tuple[str, str], list[int]] = {}
        if len(set(self._names)) < len(self._names):
            for group, name in enumerate(self._names):
                if name.rpartition(_APART)[2]:
                    met.setdefault((self._group_days[group][:4], name), []).append(group)
        voucher = list(range(len(self._names)))
        for groups in met.values():
            if any(self._sums[group] for group in groups):
                earliest = min(groups, key=self._group_days.__getitem__)
                for group in groups:
                    voucher[group] = earliest
        return voucher

    def _add_vouchers(self, heads: list[int], counts: list[int]) -> None:
        named = [_series_of(self._names[head]) for head in heads]
        none = [""] * len(heads)
        self._columns.add_vouchers(
            series=[series for series, _ in named], numbers=[number for _, number in named],
            days=map(self._group_days.__getitem__, heads), texts=map(self._texts.__getitem__, heads),
            registered=none, makers=none, lines=[self._lines[head] for head in heads], counts=counts,
        )  # fmt: skip

    def _add_rows(
        self, order: Sequence[int], voucher: list[int], accounts: list[str], objects: list[str], details: list[str]
    ) -> None:
        def of(texts: list[str], numbers: array[int]) -> Iterator[str]:
            return (texts[numbers[row]] for row in order)

        self._columns.add_rows(
            accounts=of(accounts, self._row_account),
            ores=map(self._row_ore.__getitem__, order),
            objects=of(objects, self._row_objects),
            details=map(self._dated(voucher), order, of(details, self._row_details)),
            lines=map(self._row_line.__getitem__, order),
        )

    def _dated(self, voucher: list[int]) -> Callable[[int, str], str]:
        """A row's details with its own day, where its voucher has another."""
        days = self._group_days

        def dated(row: int, detail: str) -> str:
            group = self._row_group[row]
            if days[group] == days[voucher[group]]:
                return detail
            return joined(days[group], tail_of(detail)[1])

        return dated

    def _unbalanced(self, voucher: list[int]) -> Counter[int]:
        """What the vouchers sum to, of those that have a group that does not balance."""
        sums: Counter[int] = Counter()
        for group, ore in enumerate(self._sums):
            if ore:
                sums[voucher[group]] += ore
        return sums

    def _report(self, heads: list[int], sums: Counter[int], found: FileFindings) -> None:
        """Report the vouchers that do not sum to zero, each at its first row."""
        for head in heads:
            if sums[head]:
                report_unbalanced(found, *_series_of(self._names[head]), self._lines[head], sums[head])


def _ore_of(cell: str) -> int | None:
    # SIE's point is always decimal, and a table's may part thousands: what could do so only the stricter reading takes.
    ore = None if cell[-4:-3] in _MARKS else ore_of(cell.replace(",", "."))
    if ore is None:
        try:
            ore = to_ore(cell)
        except AmountRefused:
            return None
    return ore


def _series_of(name: str) -> tuple[str, str]:
    series, apart, number = name.partition(_APART)
    if apart:
        return series, number
    match = _SERIES.fullmatch(name)
    return (match[1], match[2]) if match else ("", name)
