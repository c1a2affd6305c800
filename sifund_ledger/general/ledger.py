"""The municipality's own general ledger (huvudbok), read-only: balances, results, objects, and vouchers as views."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from sifund_ledger.findings import Finding
from sifund_ledger.general.columns import Columns, day_number

Objects = tuple[tuple[str, str], ...]
"""The objects of a row: pairs of dimension and object."""


class LedgerAccount(NamedTuple):
    """An account (konto): number, name, and T, S, K or I where the source gives its type (tillgång … intäkt)."""

    number: str
    name: str = ""
    kind: str = ""

    @property
    def on_balance_sheet(self) -> bool:
        """By its type; without one, classes 1 and 2, which BAS and Kommun-Bas have in common."""
        return self.kind in ("T", "S") if self.kind else self.number[:1] in ("1", "2")


class LedgerSource(NamedTuple):
    """One file of the ledger (källa): its name, program, and the fiscal year that its rows belong to.

    ``opening``, ``closing`` and ``result`` are what it states for that year, öre by account: #IB, #UB, #RES.
    """

    name: str
    program: str
    year: int
    opening: dict[str, int]
    closing: dict[str, int]
    result: dict[str, int]
    has_rows: bool = True


class LedgerRow(NamedTuple):
    """A row of a voucher (kontering), öre, debit positive; ``place`` is file and line."""

    account: str
    ore: int
    objects: Objects
    day: date | None
    text: str
    sign: str
    place: str


class LedgerVoucher(NamedTuple):
    """A voucher (verifikation) of the general ledger, as a view made when it is asked for."""

    series: str
    number: str
    day: date | None
    text: str
    maker: str
    rows: tuple[LedgerRow, ...]
    place: str

    @property
    def difference_ore(self) -> int:
        """Debit less credit, in öre."""
        return sum(row.ore for row in self.rows)


class GeneralLedger:
    """A general ledger (huvudbok) of one or several years and systems, as columns; öre, debit positive.

    A balance is what the sources' opening balances and rows give; of a source without rows, what it states. Where
    no year is named the last one is meant. ``findings`` are those of reading. Made by
    ``exchange.read_general_ledger``; an account number is nothing but a text here.
    """

    def __init__(
        self, columns: Columns, sources: list[LedgerSource], accounts: dict[str, LedgerAccount],
        findings: tuple[Finding, ...], parse_objects: Callable[[str], Objects],
        parse_details: Callable[[str], tuple[str, str, str, str]], dimensions: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        self._columns = columns
        self._parse_objects, self._parse_details = parse_objects, parse_details
        self._parsed: dict[int, Objects] = {}
        self._tables: dict[int, list[str]] = {}
        self._sums: dict[int, dict[str, int]] | None = None
        self.sources = tuple(sources)
        self.accounts = {number: accounts.get(number, LedgerAccount(number)) for number in self._numbers(accounts)}
        self.dimensions = dict(dimensions or {})
        self.findings = findings

    def _numbers(self, declared: dict[str, LedgerAccount]) -> list[str]:
        stated = {number for each in self.sources for part in each[3:6] for number in part}
        return sorted({*declared, *self._columns.accounts, *stated})

    @property
    def vouchers(self) -> int:
        """How many vouchers there are."""
        return len(self._columns.voucher_first)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._columns.row_ore)

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that the sources are of, the first first."""
        return tuple(sorted({source.year for source in self.sources}))

    def _row_sums(self) -> dict[int, dict[str, int]]:
        """The rows of each source, summed by account."""
        if self._sums is None:
            columns, numbers = self._columns, list(self._columns.accounts)
            self._sums = {}
            for source, first, last in self._spans():
                totals = [0] * len(numbers)
                met = bytearray(len(numbers))
                for account, ore in zip(columns.row_account[first:last], columns.row_ore[first:last], strict=True):
                    totals[account] += ore
                    met[account] = 1
                sums = self._sums.setdefault(source, {})
                for number, total, there in zip(numbers, totals, met, strict=True):
                    if there:
                        sums[number] = sums.get(number, 0) + total
        return self._sums

    def _spans(self) -> Iterator[tuple[int, int, int]]:
        """The stretches of rows that belong to one source: source, first row, the row after the last."""
        columns = self._columns
        start = 0
        for index, source in enumerate(columns.voucher_source):
            after = columns.voucher_source[index + 1] if index + 1 < self.vouchers else -1
            if after != source:
                end = columns.voucher_first[index + 1] if index + 1 < self.vouchers else self.rows
                yield source, start, end
                start = end

    def _of(self, year: int | None) -> Iterator[tuple[int, LedgerSource]]:
        chosen = year if year is not None else (self.years[-1] if self.years else 0)
        return ((index, source) for index, source in enumerate(self.sources) if source.year == chosen)

    def on_balance_sheet(self, account: str) -> bool:
        """Whether an account is one of the balance sheet, by its type (#KTYP) or else its class."""
        return self.accounts.get(account, LedgerAccount(account)).on_balance_sheet

    def balances(self, year: int | None = None) -> dict[str, int]:
        """The closing balance of every account that has one stated or has rows, öre by account number."""
        sums, result = self._row_sums(), dict[str, int]()
        for index, source in self._of(year):
            if source.has_rows:
                parts = [sums.get(index, {}), source.opening]
            else:
                parts = [source.closing, source.result]
            for part in parts:
                for account, ore in part.items():
                    result[account] = result.get(account, 0) + ore
        return result

    def balance(self, account: str, year: int | None = None) -> int:
        """The closing balance of an account in öre; zero for one that has none."""
        return self.balances(year).get(account, 0)

    def opening_balance(self, account: str, year: int | None = None) -> int:
        """The opening balance of an account in öre, as the sources state it (#IB)."""
        return sum(source.opening.get(account, 0) for _, source in self._of(year))

    def net_result(self, year: int | None = None) -> int:
        """The result of the year (årets resultat) in öre, a surplus positive: minus the sum of the result accounts."""
        return -sum(ore for account, ore in self.balances(year).items() if not self.on_balance_sheet(account))

    def row_indices(self, accounts: set[str], year: int | None = None) -> Iterator[int]:
        """The rows on some accounts in a year, by index."""
        columns = self._columns
        wanted = {columns.accounts[number] for number in accounts if number in columns.accounts}
        sources = {index for index, _ in self._of(year)}
        for source, first, last in self._spans():
            if source in sources:
                for index in range(first, last):
                    if columns.row_account[index] in wanted:
                        yield index

    def period_balances(self, account: str, year: int | None = None) -> dict[str, int]:
        """The change of an account in each month (``2012-04``), in öre, by the vouchers' dates."""
        result: dict[str, int] = {}
        for index in self.row_indices({account}, year):
            day = self._columns.voucher_day[self._voucher_of(index)]
            month = f"{day // 10000:04d}-{day // 100 % 100:02d}"
            result[month] = result.get(month, 0) + self._columns.row_ore[index]
        return dict(sorted(result.items()))

    def object_balances(
        self, dimension: str, accounts: set[str] | None = None, year: int | None = None
    ) -> dict[str, int]:
        """The rows of a year by object of a dimension (objekt, motpart), öre; rows without one stand under ``""``."""
        columns, result = self._columns, dict[str, int]()
        code_of: dict[int, str] = {}
        for index in self.row_indices(set(self.accounts) if accounts is None else accounts, year):
            listed = columns.row_objects[index]
            code = code_of.get(listed)
            if code is None:
                code = code_of[listed] = dict(self._objects(listed)).get(dimension, "")
            result[code] = result.get(code, 0) + columns.row_ore[index]
        return dict(sorted(result.items()))

    def _objects(self, listed: int) -> Objects:
        known = self._parsed.get(listed)
        if known is None:
            known = self._parsed[listed] = self._parse_objects(self._text(self._columns.objects, listed))
        return known

    def _text(self, table: dict[str, int], number: int) -> str:
        texts = self._tables.get(id(table))
        if texts is None:
            texts = self._tables[id(table)] = list(table)
        return texts[number]

    def _voucher_of(self, row: int) -> int:
        return bisect_right(self._columns.voucher_first, row) - 1

    def row(self, index: int) -> LedgerRow:
        """One row, by its index."""
        columns = self._columns
        voucher = self._voucher_of(index)
        day, text, _, sign = self._parse_details(self._text(columns.details, columns.row_details[index]))
        line = (
            columns.row_lines.get(index) or columns.voucher_line[voucher] + 2 + index - columns.voucher_first[voucher]
        )
        return LedgerRow(
            self._text(columns.accounts, columns.row_account[index]),
            columns.row_ore[index],
            self._objects(columns.row_objects[index]),
            _date(day_number(day) or columns.voucher_day[voucher]),
            text,
            sign,
            f"{self.sources[columns.voucher_source[voucher]].name}:{line}",
        )

    def voucher(self, index: int) -> LedgerVoucher:
        """One voucher, by its index from 0 in the order of reading."""
        columns = self._columns
        first = columns.voucher_first[index]
        last = columns.voucher_first[index + 1] if index + 1 < self.vouchers else self.rows
        return LedgerVoucher(
            self._text(columns.texts, columns.voucher_series[index]),
            columns.voucher_number[index],
            _date(columns.voucher_day[index]),
            columns.voucher_text[index],
            self._text(columns.texts, columns.voucher_maker[index]),
            tuple(self.row(row) for row in range(first, last)),
            f"{self.sources[columns.voucher_source[index]].name}:{columns.voucher_line[index]}",
        )

    def each_voucher(self, year: int | None = None) -> Iterator[LedgerVoucher]:
        """The vouchers one by one, those of one year where it is named."""
        for index, source in enumerate(self._columns.voucher_source):
            if year is None or self.sources[source].year == year:
                yield self.voucher(index)


def _date(day: int) -> date | None:
    try:
        return date(day // 10000, day // 100 % 100, day % 100)
    except ValueError:
        return None
