"""The municipality's own general ledger (huvudbok), read-only: balances, results, objects, and vouchers as views."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final

from sifund_ledger.boundary import ARGUMENT_UNFIT, NAME_UNKNOWN, checked, checked_methods
from sifund_ledger.errors import ArgumentRefused, NotFound, UnreadableInput
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.general_ledger import findings as codes
from sifund_ledger.general_ledger.columns import Columns, day_number
from sifund_ledger.general_ledger.ledger_rows import LedgerColumns, LedgerRow, LedgerVoucher, Objects
from sifund_ledger.general_ledger.overlaps import check_overlaps
from sifund_ledger.general_ledger.row_views import RowViews, at
from sifund_ledger.general_ledger.sources import LedgerAccount, LedgerSource, added, check_sources
from sifund_ledger.interned import Interned
from sifund_ledger.written import cleaned

_AT_LEAST_ONE: Final = Bilingual("ett heltal från 1", "a whole number from 1")


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
        self.sources = tuple(sources)
        self._columns, self._parse_details = columns, parse_details
        self._views = RowViews(columns, self.sources, parse_objects, parse_details)
        self._by_year: dict[int, list[LedgerSource]] = {}
        for source in sources:
            self._by_year.setdefault(source.year, []).append(source)
        self.accounts = self._with_undeclared(accounts)
        self.dimensions = dict(dimensions or {})
        overlaps = (found for of_year in self._by_year.values() for found in check_overlaps(of_year, columns))
        self.findings = (*findings, *check_sources(self.sources, self.accounts), *overlaps)

    def __repr__(self) -> str:
        years = ", ".join(map(str, self.years)) or "no year"
        return f"<GeneralLedger of {years}: {len(self.sources)} files, {self.vouchers} vouchers, {self.rows} rows>"

    def _with_undeclared(self, declared: dict[str, LedgerAccount]) -> dict[str, LedgerAccount]:
        """The accounts by number, in its order, with those that rows and balances have and no file declares."""
        stated = chain.from_iterable(chain(each.opening, each.closing, each.result) for each in self.sources)
        undeclared = {*self._columns.accounts, *stated} - declared.keys()
        accounts = declared | {number: LedgerAccount(number) for number in undeclared}
        numbers = sorted(accounts)
        return dict(zip(numbers, map(accounts.__getitem__, numbers), strict=True))

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
        for source in self._of(year):
            yield from self._views.on(accounts, source.rows)

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
        result, wanted = dict[str, dict[str, int]](), self.accounts.keys() if accounts is None else accounts
        for (code, number), ore in self._by_code_and_account(dimension, accounts, year).items():
            result.setdefault(code, {})[number] = ore
        for source in self._of(year):
            stated = source.objects_opening if source.rows else source.objects_closing
            for (name, code, account), ore in stated.items():
                if name == dimension and account in wanted:
                    of_object = result.setdefault(cleaned(code), {})
                    of_object[account] = of_object.get(account, 0) + ore
        return dict(sorted(result.items()))

    def _by_code_and_account(
        self, dimension: str, accounts: set[str] | None, year: int | None
    ) -> dict[tuple[str, str], int]:
        """The rows summed by object and account; what is summed by is one number, which is quicker than a pair."""
        columns, views, sums, codes = self._columns, self._views, defaultdict[int, int](int), Interned()
        width, begins = len(columns.accounts), [0] * len(columns.objects)
        for source in self._of(year):
            rows = source.rows if accounts is None else views.on(accounts, source.rows)
            objects = list(at(columns.row_objects, rows))
            for each in {*objects}:
                begins[each] = width * codes[dict(views.objects[each]).get(dimension, "")]
            held = zip(objects, at(columns.row_account, rows), at(columns.row_ore, rows), strict=True)
            for listed, account, ore in held:
                sums[begins[listed] + account] += ore
        every = list(codes)
        return {(every[key // width], views.accounts[key % width]): ore for key, ore in sums.items()}

    def voucher_of(self, row: int) -> int:
        """The index of the voucher that a row is of. Raises :class:`~sifund_ledger.errors.NotFound` for no row."""
        _require_index(row, self.rows)
        return self._views.voucher_of(row)

    def rows_of(self, voucher: int) -> range:
        """The rows of a voucher, by index. Raises :class:`~sifund_ledger.errors.NotFound` for no voucher."""
        _require_index(voucher, self.vouchers)
        return self._views.rows_of(voucher)

    def texts(self, year: int | None = None) -> Iterator[tuple[int, str]]:
        """The vouchers of a year by index, each with its text."""
        for source in self._of(year):
            yield from ((index, self._columns.voucher_text[index]) for index in source.vouchers)

    def row(self, index: int) -> LedgerRow:
        """One row, by its index from 0. Raises :class:`~sifund_ledger.errors.NotFound` for another."""
        _require_index(index, self.rows)
        return self._views.row(index)

    def voucher(self, index: int) -> LedgerVoucher:
        """One voucher, by its index from 0 in the order of reading.

        Raises :class:`~sifund_ledger.errors.NotFound` for another.
        """
        _require_index(index, self.vouchers)
        return self._views.voucher(index)

    def each_voucher(self, year: int | None = None) -> Iterator[LedgerVoucher]:
        """The vouchers one by one, those of one year where it is named."""
        for source in self._named(year):
            yield from self._views.each_voucher(source)

    def in_columns(
        self, year: int | None = None, accounts: set[str] | None = None, *, at_most: int = 10_000
    ) -> Iterator[LedgerColumns]:
        """The rows in columns, some at a time: those of one year and on some accounts, where these are named.

        For what takes many rows at once: a data frame, a database, a file. The pieces have at most ``at_most`` rows
        (:class:`~sifund_ledger.errors.ArgumentRefused` where that is below 1), in the order of the ledger, and each is
        made when it is asked for, so that a ledger of any size goes through little memory. The rows are those of
        :meth:`each_voucher`; vouchers without rows have none here, and one may go on in the next piece.

        >>> from sifund_ledger.exchange import read_general_ledger
        >>> from sifund_ledger.exchange.sie import parse_sie
        >>> rows = "#TRANS 5010 {} 5.00\\n#TRANS 1930 {} -5.00\\n"
        >>> ledger = read_general_ledger(parse_sie(f'#VER A 1 20131231 "Hyra"\\n{{\\n{rows}}}\\n'.encode()))
        >>> [part] = ledger.in_columns(2013)
        >>> part.account, part.ore, part.number, part.voucher_text
        (('5010', '1930'), (500, -500), ('1', '1'), ('Hyra', 'Hyra'))
        >>> [row.account for row in map(LedgerRow, *part[:8])]
        ['5010', '1930']
        """
        if at_most < 1:
            raise ArgumentRefused([ARGUMENT_UNFIT.at("in_columns.at_most", value=at_most, wanted=_AT_LEAST_ONE)])
        sources = self._named(year)
        return chain.from_iterable(self._views.in_columns(source, accounts, at_most) for source in sources)

    def _named(self, year: int | None) -> Sequence[LedgerSource]:
        return self.sources if year is None else self._of(year)


def _require_index(index: int, count: int) -> None:
    if not 0 <= index < count:
        raise NotFound([NAME_UNKNOWN.at("index", name=index, known=f"0–{count - 1}" if count else "–")])
