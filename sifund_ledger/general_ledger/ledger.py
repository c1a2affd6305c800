"""The municipality's own general ledger (huvudbok), read-only: balances, results, objects, and vouchers as views."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from sifund_ledger.boundary import NAME_UNKNOWN, checked, checked_methods
from sifund_ledger.errors import NotFound, UnreadableInput
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.general_ledger import findings as codes
from sifund_ledger.general_ledger.columns import Columns, Known, day_number, day_of
from sifund_ledger.general_ledger.overlaps import check_overlaps
from sifund_ledger.general_ledger.sources import LedgerAccount, LedgerSource, added, check_sources
from sifund_ledger.written import cleaned

Objects = tuple[tuple[str, str], ...]
"""The objects of a row: pairs of dimension and object."""


class LedgerRow(NamedTuple):
    """A row of a voucher (kontering), öre, debit positive; ``quantity`` as written; ``place`` is file and line."""

    account: str
    ore: int
    objects: Objects
    day: date | None
    text: str
    quantity: str
    sign: str
    place: str


class LedgerVoucher(NamedTuple):
    """A voucher (verifikation) of the general ledger, as a view made when it is asked for.

    ``registered`` and ``maker`` are the day it was entered and by whom, where the source says so.
    """

    series: str
    number: str
    day: date | None
    text: str
    registered: date | None
    maker: str
    rows: tuple[LedgerRow, ...]
    place: str

    @property
    def difference_ore(self) -> int:
        """Debit less credit, in öre."""
        return sum(row.ore for row in self.rows)


@checked_methods
class GeneralLedger:
    """A general ledger (huvudbok) of one or several years and systems, as columns; öre, debit positive.

    A balance is what the sources' opening balances and rows give; of a source without rows, what it states. Where no
    year is named the last one is meant; one that the ledger lacks raises
    :class:`~sifund_ledger.errors.UnreadableInput`, because an unread year is unknown, not zero. ``findings`` are those
    of reading, and what does not fit between the sources. Made by ``exchange.read_general_ledger``; an account number
    is nothing but a text here.
    """

    @checked
    def __init__(
        self, columns: Columns, sources: list[LedgerSource], accounts: dict[str, LedgerAccount],
        findings: tuple[Finding, ...], parse_objects: Callable[[str], Objects],
        parse_details: Callable[[str], tuple[str, str, str, str]], dimensions: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        self._columns = columns
        self._parse_objects, self._parse_details = parse_objects, parse_details
        self._parsed: dict[int, Objects] = {}
        self._tables: dict[int, list[str]] = {}
        self.sources = tuple(sources)
        self._by_year: dict[int, list[LedgerSource]] = {}
        for source in sources:
            self._by_year.setdefault(source.year, []).append(source)
        self.accounts = {number: accounts.get(number) or LedgerAccount(number) for number in self._numbers(accounts)}
        self.dimensions = dict(dimensions or {})
        overlaps = (found for of_year in self._by_year.values() for found in check_overlaps(of_year, columns))
        self.findings = (*findings, *check_sources(self.sources, self.accounts), *overlaps)

    def _numbers(self, declared: dict[str, LedgerAccount]) -> list[str]:
        stated = {
            number for each in self.sources for part in (each.opening, each.closing, each.result) for number in part
        }
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
        """The fiscal years that the sources are of, the first first; a source whose year is unknown has none."""
        return tuple(sorted(self._by_year.keys() - {0}))

    def require_year(self, year: int | None) -> None:
        """Raise :class:`~sifund_ledger.errors.UnreadableInput` for a year that the ledger lacks; ``None`` is none."""
        if year is not None and (not year or year not in self._by_year):
            years = ", ".join(map(str, self.years))
            missing = codes.LEDGER_YEAR_MISSING.at(str(year), year=year, years=years or Bilingual("inget", "none"))
            raise UnreadableInput([missing])

    def _of(self, year: int | None) -> list[LedgerSource]:
        self.require_year(year)
        chosen = year if year is not None else (self.years[-1] if self.years else 0)
        return self._by_year.get(chosen, [])

    def on_balance_sheet(self, account: str) -> bool:
        """Whether an account is one of the balance sheet, by its type (#KTYP) or else its class."""
        return (self.accounts.get(account) or LedgerAccount(account)).on_balance_sheet

    def balances(self, year: int | None = None) -> dict[str, int]:
        """The closing balance of every account that has one stated or has rows, öre by account number."""
        return added(*(source.balances() for source in self._of(year)))

    def balance(self, account: str, year: int | None = None) -> int:
        """The closing balance of an account in öre; zero for one that has none."""
        return self.balances(year).get(account, 0)

    def opening_balance(self, account: str, year: int | None = None) -> int:
        """The opening balance of an account in öre, as the sources state it (#IB)."""
        return sum(source.opening.get(account, 0) for source in self._of(year))

    def opening_balances(self, year: int | None = None) -> dict[str, int]:
        """The opening balance of every account that has one stated (#IB), öre by account number."""
        return added(*(source.opening for source in self._of(year)))

    def net_result(self, year: int | None = None) -> int:
        """The result of the year (årets resultat) in öre, a surplus positive: minus the sum of the result accounts."""
        return -sum(ore for account, ore in self.balances(year).items() if not self.on_balance_sheet(account))

    def row_indices(self, accounts: set[str], year: int | None = None) -> Iterator[int]:
        """The rows on some accounts in a year, by index."""
        columns, wanted = self._columns, self._wanted(accounts)
        for source in self._of(year):
            yield from (index for index in source.rows if columns.row_account[index] in wanted)

    def _wanted(self, accounts: set[str]) -> set[int]:
        known = self._columns.accounts
        return {known[number] for number in accounts if number in known}

    def period_balances(self, account: str, year: int | None = None) -> dict[str, int]:
        """The change of an account in each month, in öre: :meth:`by_month` for one."""
        return self.by_month({account}, year).get(account, {})

    def by_month(self, accounts: set[str] | None = None, year: int | None = None) -> dict[str, dict[str, int]]:
        """The change of each account in each month (``2012-04``), öre, or what is stated of it (#PSALDO).

        A row counts in the month of its own day, where it has another than its voucher (SIE 4B §6 #TRANS). What has no
        date that can be read stands under ``""``. An account without a change has no months, and is left out.
        """
        columns, sums = self._columns, dict[tuple[str, str], int]()
        wanted = self._wanted(set(self.accounts) if accounts is None else accounts)
        for source in self._of(year):
            if source.rows:
                moved = columns.by_month(source.rows, source.vouchers, wanted, self._own_day)
            else:
                moved = {key: ore for key, ore in source.periods.items() if accounts is None or key[0] in accounts}
            for key, ore in moved.items():
                sums[key] = sums.get(key, 0) + ore
        result: dict[str, dict[str, int]] = {}
        for (number, month), ore in sorted(sums.items()):
            result.setdefault(number, {})[month] = ore
        return result

    def _own_day(self, details: str) -> int:
        return day_number(self._parse_details(details)[0])

    def object_balances(
        self, dimension: str, accounts: set[str] | None = None, year: int | None = None
    ) -> dict[str, int]:
        """The balances by object of a dimension (objekt, motpart), öre: :meth:`by_object`, the accounts added up."""
        return {code: sum(each.values()) for code, each in self.by_object(dimension, accounts, year).items()}

    def by_object(
        self, dimension: str, accounts: set[str] | None = None, year: int | None = None
    ) -> dict[str, dict[str, int]]:
        """The balances by object of a dimension and by account, öre: opening ones that are stated so, and the rows.

        Rows without an object of the dimension stand under ``""``. Of a source without rows it is what it states.
        """
        result = dict[str, dict[str, int]]()
        wanted = set(self.accounts) if accounts is None else accounts
        for (code, number), ore in self._by_code_and_account(dimension, wanted, year).items():
            result.setdefault(code, {})[self._text(self._columns.accounts, number)] = ore
        for source in self._of(year):
            stated = source.objects_opening if source.rows else source.objects_closing
            for (name, code, account), ore in stated.items():
                if name == dimension and account in wanted:
                    of_object = result.setdefault(cleaned(code), {})
                    of_object[account] = of_object.get(account, 0) + ore
        return dict(sorted(result.items()))

    def _by_code_and_account(self, dimension: str, accounts: set[str], year: int | None) -> dict[tuple[str, int], int]:
        columns, wanted, sums = self._columns, self._wanted(accounts), dict[tuple[str, int], int]()
        code_of = Known(lambda listed: dict(self._objects(listed)).get(dimension, ""))
        for source in self._of(year):
            span = slice(source.rows.start, source.rows.stop)
            rows = zip(columns.row_objects[span], columns.row_account[span], columns.row_ore[span], strict=True)
            for listed, account, ore in rows:
                if account in wanted:
                    key = code_of[listed], account
                    sums[key] = sums.get(key, 0) + ore
        return sums

    def _objects(self, listed: int) -> Objects:
        known = self._parsed.get(listed)
        if known is None:
            objects = self._parse_objects(self._text(self._columns.objects, listed))
            known = self._parsed[listed] = tuple((dimension, cleaned(code)) for dimension, code in objects)
        return known

    def _text(self, table: dict[str, int], number: int) -> str:
        texts = self._tables.get(id(table))
        if texts is None:
            texts = self._tables[id(table)] = list(table)
        return texts[number]

    def _details(self, row: int) -> tuple[str, str, str, str]:
        return self._parse_details(self._text(self._columns.details, self._columns.row_details[row]))

    def voucher_of(self, row: int) -> int:
        """The index of the voucher that a row is of. Raises :class:`~sifund_ledger.errors.NotFound` for no row."""
        _require_index(row, self.rows)
        return self._voucher_of(row)

    def _voucher_of(self, row: int) -> int:
        return bisect_right(self._columns.voucher_first, row) - 1

    def rows_of(self, voucher: int) -> range:
        """The rows of a voucher, by index. Raises :class:`~sifund_ledger.errors.NotFound` for no voucher."""
        _require_index(voucher, self.vouchers)
        return self._rows_of(voucher)

    def _rows_of(self, voucher: int) -> range:
        columns = self._columns
        last = columns.voucher_first[voucher + 1] if voucher + 1 < self.vouchers else self.rows
        return range(columns.voucher_first[voucher], last)

    def texts(self, year: int | None = None) -> Iterator[tuple[int, str]]:
        """The vouchers of a year by index, each with its text."""
        for source in self._of(year):
            yield from ((index, self._columns.voucher_text[index]) for index in source.vouchers)

    def _source_of(self, voucher: int) -> LedgerSource:
        return self.sources[bisect_right(self.sources, voucher, key=_first_voucher) - 1]

    def row(self, index: int) -> LedgerRow:
        """One row, by its index from 0. Raises :class:`~sifund_ledger.errors.NotFound` for another."""
        _require_index(index, self.rows)
        return self._row(index)

    def _row(self, index: int) -> LedgerRow:
        columns = self._columns
        voucher = self._voucher_of(index)
        day, text, quantity, sign = self._details(index)
        first = columns.voucher_line[voucher]
        line = columns.row_line[index] or (first and first + 2 + index - columns.voucher_first[voucher])
        return LedgerRow(
            self._text(columns.accounts, columns.row_account[index]),
            columns.row_ore[index],
            self._objects(columns.row_objects[index]),
            day_of(day_number(day) or columns.voucher_day[voucher]),
            text,
            quantity,
            sign,
            _place(self._source_of(voucher), line),
        )

    def voucher(self, index: int) -> LedgerVoucher:
        """One voucher, by its index from 0 in the order of reading.

        Raises :class:`~sifund_ledger.errors.NotFound` for another.
        """
        _require_index(index, self.vouchers)
        return self._voucher(index)

    def _voucher(self, index: int) -> LedgerVoucher:
        columns = self._columns
        return LedgerVoucher(
            self._text(columns.texts, columns.voucher_series[index]),
            columns.voucher_number[index],
            day_of(columns.voucher_day[index]),
            columns.voucher_text[index],
            day_of(columns.voucher_registered[index]),
            self._text(columns.texts, columns.voucher_maker[index]),
            tuple(map(self._row, self._rows_of(index))),
            _place(self._source_of(index), columns.voucher_line[index]),
        )

    def each_voucher(self, year: int | None = None) -> Iterator[LedgerVoucher]:
        """The vouchers one by one, those of one year where it is named."""
        for source in self.sources if year is None else self._of(year):
            yield from map(self._voucher, source.vouchers)


def _require_index(index: int, count: int) -> None:
    if not 0 <= index < count:
        raise NotFound([NAME_UNKNOWN.at("index", name=index, known=f"0–{count - 1}" if count else "–")])


def _first_voucher(source: LedgerSource) -> int:
    return source.vouchers.start


def _place(source: LedgerSource, line: int) -> str:
    return f"{source.name}:{line}" if line else source.name
