"""Columns of a general ledger (kolumner): parallel arrays, and tables of what repeats; filled many rows at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, chain, islice, repeat
from operator import sub
from typing import Final, TypeVar

from sifund_ledger.interned import Interned

_FEW: Final = 8
"""Below one row in so many, the vouchers of the rows are looked up one by one."""
_MOST_KNOWN: Final = 100_000
_Key = TypeVar("_Key")
_Given = TypeVar("_Given")


class Columns:
    """The vouchers and rows of a ledger as columns. Days are integers YYYYMMDD, 0 for none.

    A row's voucher is the last that begins at or before it; a voucher's rows end where the next one's begin. A row's
    line is 0 where it follows from the voucher's.
    """

    def __init__(self) -> None:
        self.accounts = Interned()
        self._numbers: list[str] = []
        self._sums: list[int] = []  # of the rows that :meth:`moved` has not given yet, by account
        self._summed: set[int] = set()  # the accounts of those rows, for a sum can be 0
        self.texts = Interned()
        self.objects = Interned()
        self.details = Interned()
        self.texts[""] = self.objects[""] = self.details[""] = 0
        self.voucher_series = array("I")
        self.voucher_number: list[str] = []
        self.voucher_day = array("I")
        self.voucher_text: list[str] = []
        self.voucher_maker = array("I")
        self.voucher_line = array("I")
        self.voucher_first = array("I")
        self.voucher_registered = array("I")
        self.row_account = array("I")
        self.row_ore = array("q")
        self.row_objects = array("I")
        self.row_details = array("I")
        self.row_line = array("I")

    def add_vouchers(
        self, *, series: Iterable[str], numbers: Iterable[str], days: Iterable[str], texts: Iterable[str],
        registered: Iterable[str], makers: Iterable[str], lines: Sequence[int], counts: Sequence[int],
    ) -> None:  # fmt: skip
        """Add vouchers; the rows of all of them are added next, with :meth:`add_rows`."""
        text_of, first = self.texts.__getitem__, len(self.row_ore)
        self.voucher_series.extend(map(text_of, series))
        self.voucher_number.extend(numbers)
        self.voucher_day.extend(map(_DAYS.__getitem__, days))
        self.voucher_text.extend(texts)
        self.voucher_registered.extend(map(_DAYS.__getitem__, registered))
        self.voucher_maker.extend(map(text_of, makers))
        self.voucher_line.extend(lines)
        self.voucher_first.extend(islice(accumulate(counts, initial=first), len(counts)))

    def add_rows(
        self, *, accounts: Iterable[str], ores: Iterable[int], objects: Iterable[str], details: Iterable[str],
        lines: Iterable[int] = (),
    ) -> None:  # fmt: skip
        """Add rows: öre, debit positive; objects and details (date, text, sign) as the source writes them.

        ``lines`` are needed where the rows do not stand one below the other from the voucher's second line on.
        """
        self.row_line.extend(lines)
        self.add_numbered(
            accounts=accounts, ores=list(ores),
            objects=list(map(self.objects.__getitem__, objects)),
            details=list(map(self.details.__getitem__, details)),
        )  # fmt: skip

    def add_numbered(
        self, *, accounts: Iterable[str], ores: Sequence[int], objects: Sequence[int], details: Sequence[int]
    ) -> None:
        """Add rows as :meth:`add_rows` does, whose objects and details are numbers of their tables."""
        numbers = list(map(self.accounts.__getitem__, accounts))
        self.row_account += array("I", numbers)
        self.row_ore += array("q", ores)
        self.row_objects += array("I", objects)
        self.row_details += array("I", details)
        self.row_line.frombytes(bytes(self.row_line.itemsize * (len(self.row_ore) - len(self.row_line))))
        sums = self._sums
        sums += [0] * (len(self.accounts) - len(sums))
        for account, ore in zip(numbers, ores, strict=True):
            sums[account] += ore
        self._summed.update(numbers)

    def moved(self) -> dict[str, int]:
        """The rows added since this was last asked, summed by account, in öre.

        >>> columns = Columns()
        >>> columns.add_rows(accounts=("2071", "2070"), ores=(-5, 5), objects=("", ""), details=("", ""))
        >>> columns.moved(), columns.moved()
        ({'2071': -5, '2070': 5}, {})
        """
        if len(self._numbers) < len(self.accounts):  # not each time: there may be many files
            self._numbers = list(self.accounts)
        names, sums = self._numbers, self._sums
        moved = {names[account]: sums[account] for account in sorted(self._summed)}
        self._sums.clear()
        self._summed.clear()
        return moved

    def by_month(
        self, rows: range, vouchers: range, accounts: set[int], own_day: Callable[[str], int]
    ) -> dict[tuple[str, str], int]:
        """A stretch of rows summed by account, of those wanted, and month (``2012-04``), in öre.

        It is the month of the row's own day, which ``own_day`` reads from its details, or else of its voucher's.

        >>> columns = Columns()
        >>> columns.add_vouchers(
        ...     series=["A"], numbers=["1"], days=["20121231"], texts=[""], registered=[""], makers=[""], lines=[1],
        ...     counts=[2],
        ... )
        >>> columns.add_rows(accounts=("2071", "2070"), ores=(-5, 5), objects=("", ""), details=("", "20130107"))
        >>> columns.by_month(range(2), range(1), {0, 1}, day_number)
        {('2071', '2012-12'): -5, ('2070', '2013-01'): 5}
        """
        details = list(self.details)
        own = Known[int, str](lambda number: _month(own_day(details[number])))
        sums = dict[tuple[int, str], int]()
        for account, of_details, ore, month in self._with_months(rows, vouchers, accounts):
            key = account, own[of_details] or month
            sums[key] = sums.get(key, 0) + ore
        numbers = list(self.accounts)
        return {(numbers[account], month): ore for (account, month), ore in sums.items()}

    def _with_months(self, rows: range, vouchers: range, accounts: set[int]) -> Iterator[tuple[int, int, int, str]]:
        """The rows on some accounts: account, details, öre, and the month of the voucher.

        Of few rows the vouchers are looked up; of many it is quicker to go through all.
        """
        columns, months = (self.row_account, self.row_details, self.row_ore), Known(_month)
        span = self.row_account[rows.start : rows.stop]
        chosen = [row for row, account in enumerate(span, rows.start) if account in accounts]
        if len(chosen) * _FEW < len(span):
            places = (bisect_right(self.voucher_first, row, vouchers.start, vouchers.stop) - 1 for row in chosen)
            few = ([column[row] for row in chosen] for column in columns)
            return zip(*few, (months[self.voucher_day[place]] for place in places), strict=True)
        of_vouchers = slice(vouchers.start, vouchers.stop)
        firsts = self.voucher_first[of_vouchers]
        counts = map(sub, chain(firsts[1:], (rows.stop,)), firsts)
        booked = chain.from_iterable(map(repeat, map(months.__getitem__, self.voucher_day[of_vouchers]), counts))
        every = zip(*(column[rows.start : rows.stop] for column in columns), booked, strict=True)
        return (row for row in every if row[0] in accounts)


class Known(dict[_Key, _Given]):
    """What a function gives, each worked out once; a ledger of any size leaves no more of them than so many."""

    def __init__(self, of: Callable[[_Key], _Given]) -> None:
        self._of = of

    def __missing__(self, key: _Key) -> _Given:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[key] = given = self._of(key)
        return given


def _month(day: int) -> str:
    found = day_of(day)
    return found.isoformat()[:7] if found else ""


class _Days(dict[str, int]):
    def __missing__(self, text: str) -> int:
        number = day_number(text)
        if len(self) < 100_000:
            self[text] = number
        return number


def day_number(text: str) -> int:
    """A day as an integer, and 0 for none.

    >>> day_number("20121231"), day_number("")
    (20121231, 0)
    """
    return int(text) if len(text) == 8 and text.isascii() and text.isdigit() else 0


def day_of(number: int) -> date | None:
    """The day of such an integer; ``None`` for one that is none.

    >>> day_of(20121231), day_of(20120230)
    (datetime.date(2012, 12, 31), None)
    """
    try:
        return date(number // 10000, number // 100 % 100, number % 100)
    except ValueError:
        return None


_DAYS = _Days()
