"""Rows and vouchers of a general ledger made from its columns as they are asked for, many at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise, repeat
from typing import Any, Final

from sifund_ledger.general_ledger.columns import Columns, Known, day_number, day_of
from sifund_ledger.general_ledger.ledger_rows import LedgerColumns, LedgerRow, LedgerVoucher, Objects
from sifund_ledger.general_ledger.sources import LedgerSource
from sifund_ledger.written import cleaned

_AT_ONCE: Final = 300
"""How many rows of vouchers are made together: enough to cost no more each, few enough to be done with soon."""


class RowViews:
    """Makes rows and vouchers; what repeats – objects, texts, days – is read once, as long as it is remembered.

    ``objects`` has those that a number of the columns stands for.
    """

    def __init__(
        self, columns: Columns, sources: Sequence[LedgerSource], parse_objects: Callable[[str], Objects],
        parse_details: Callable[[str], tuple[str, str, str, str]],
    ) -> None:  # fmt: skip
        self._columns, self._sources = columns, sources
        self._parse_objects, self._parse_details = parse_objects, parse_details
        self._days = Known(day_of)
        self._pairs = Known(_pair)
        self.objects = Known(self._objects_of)
        self._details = Known(self._details_of)

    @cached_property
    def accounts(self) -> list[str]:
        """The account numbers by the numbers that stand for them in the columns."""
        return list(self._columns.accounts)

    @cached_property
    def _texts(self) -> list[str]:
        return list(self._columns.texts)

    @cached_property
    def _objects_written(self) -> list[str]:
        return list(self._columns.objects)

    @cached_property
    def _details_written(self) -> list[str]:
        return list(self._columns.details)

    def _objects_of(self, number: int) -> Objects:
        return tuple(map(self._pairs.__getitem__, self._parse_objects(self._objects_written[number])))

    def _details_of(self, number: int) -> tuple[int, str, str, str]:
        day, text, quantity, sign = self._parse_details(self._details_written[number])
        return day_number(day), text, quantity, sign

    def row(self, index: int) -> LedgerRow:
        """One row, by its index."""
        voucher = self.voucher_of(index)
        [row] = self._rows(self._source_of(voucher), range(index, index + 1), (voucher,))
        return row

    def voucher(self, index: int) -> LedgerVoucher:
        """One voucher, by its index."""
        [voucher] = self._vouchers(self._source_of(index), range(index, index + 1))
        return voucher

    def voucher_of(self, row: int) -> int:
        """The index of the voucher that a row is of."""
        return bisect_right(self._columns.voucher_first, row) - 1

    def rows_of(self, voucher: int) -> range:
        """The rows of a voucher, by index."""
        return range(self._columns.voucher_first[voucher], self._end(voucher))

    def _end(self, voucher: int) -> int:
        first = self._columns.voucher_first
        return first[voucher + 1] if voucher + 1 < len(first) else len(self._columns.row_ore)

    def _source_of(self, voucher: int) -> LedgerSource:
        return self._sources[bisect_right(self._sources, voucher, key=_first_voucher) - 1]

    def each_voucher(self, source: LedgerSource) -> Iterator[LedgerVoucher]:
        """The vouchers of a source, made some at a time."""
        first, begin = self._columns.voucher_first, source.vouchers.start
        while begin < source.vouchers.stop:
            last = min(begin + _AT_ONCE, source.vouchers.stop)
            if self._end(last - 1) > first[begin] + _AT_ONCE:
                last = max(begin + 1, bisect_right(first, first[begin] + _AT_ONCE, begin + 1, last) - 1)
            yield from self._vouchers(source, range(begin, last))
            begin = last

    def _vouchers(self, source: LedgerSource, vouchers: range) -> Iterator[LedgerVoucher]:
        columns, first, last = self._columns, vouchers.start, vouchers.stop
        begins = columns.voucher_first[first:last]
        rows = range(begins[0], self._end(last - 1))
        ends = [*begins[1:], rows.stop]
        made = list(self._rows(source, rows, self._vouchers_of(rows)))
        return map(
            LedgerVoucher,
            map(self._texts.__getitem__, columns.voucher_series[first:last]),
            columns.voucher_number[first:last],
            map(self._days.__getitem__, columns.voucher_day[first:last]),
            columns.voucher_text[first:last],
            map(self._days.__getitem__, columns.voucher_registered[first:last]),
            map(self._texts.__getitem__, columns.voucher_maker[first:last]),
            [tuple(made[begin - rows.start : end - rows.start]) for begin, end in zip(begins, ends, strict=True)],
            [f"{source.name}:{line}" if line else source.name for line in columns.voucher_line[first:last]],
        )

    def in_columns(self, source: LedgerSource, accounts: set[str] | None, at_most: int) -> Iterator[LedgerColumns]:
        """The rows of a source in columns, on some accounts or all, in pieces of at most so many rows."""
        for begin in range(source.rows.start, source.rows.stop, at_most):
            span = range(begin, min(begin + at_most, source.rows.stop))
            rows: Sequence[int] = span
            vouchers = self._vouchers_of(span)
            if accounts is not None:
                rows = self.on(accounts, span)
                vouchers = [vouchers[row - begin] for row in rows]
            if rows:
                yield self._in_columns(source, rows, vouchers)

    def on(self, accounts: set[str], rows: range) -> list[int]:
        """The rows of a stretch that are on some accounts, by index."""
        known = self._columns.accounts
        wanted = {known[number] for number in accounts & known.keys()}
        of_rows = self._columns.row_account[rows.start : rows.stop]
        return [row for row, account in enumerate(of_rows, rows.start) if account in wanted]

    def _vouchers_of(self, rows: range) -> list[int]:
        """The voucher of each row in a stretch."""
        first = self._columns.voucher_first
        begin, end = bisect_right(first, rows.start) - 1, bisect_left(first, rows.stop)
        begins = [rows.start, *first[begin + 1 : end], rows.stop]
        counts = (stop - start for start, stop in pairwise(begins))
        return list(chain.from_iterable(map(repeat, range(begin, end), counts)))

    def _rows(self, source: LedgerSource, rows: range, vouchers: Sequence[int]) -> Iterator[LedgerRow]:
        return map(LedgerRow, *self._of_rows(source, rows, vouchers))

    def _of_rows(self, source: LedgerSource, rows: Sequence[int], vouchers: Sequence[int]) -> tuple[Iterable[Any], ...]:
        """The columns of a :class:`LedgerRow`."""
        columns = self._columns
        details = list(map(self._details.__getitem__, at(columns.row_details, rows)))
        booked = map(columns.voucher_day.__getitem__, vouchers)
        days = [own[0] or day for own, day in zip(details, booked, strict=True)]
        return (
            map(self.accounts.__getitem__, at(columns.row_account, rows)),
            at(columns.row_ore, rows),
            map(self.objects.__getitem__, at(columns.row_objects, rows)),
            map(self._days.__getitem__, days),
            [text for _, text, _, _ in details],
            [quantity for _, _, quantity, _ in details],
            [sign for _, _, _, sign in details],
            self._places(source.name, rows, vouchers),
        )

    def _places(self, name: str, rows: Sequence[int], vouchers: Sequence[int]) -> list[str]:
        columns = self._columns
        of_vouchers = map(columns.voucher_line.__getitem__, vouchers), map(columns.voucher_first.__getitem__, vouchers)
        lines = zip(at(columns.row_line, rows), rows, *of_vouchers, strict=True)
        # A row without a line of its own stands where rows do: one below the other from the voucher's second line on.
        return [
            f"{name}:{stated}" if (stated := line or (head and head + 2 + row - first)) else name
            for line, row, head, first in lines
        ]

    def _in_columns(self, source: LedgerSource, rows: Sequence[int], vouchers: Sequence[int]) -> LedgerColumns:
        columns = self._columns
        made: tuple[Iterable[Any], ...] = (
            *self._of_rows(source, rows, vouchers),
            rows,
            vouchers,
            repeat(source.year, len(rows)),
            map(self._texts.__getitem__, map(columns.voucher_series.__getitem__, vouchers)),
            map(columns.voucher_number.__getitem__, vouchers),
            map(self._days.__getitem__, map(columns.voucher_day.__getitem__, vouchers)),
            map(columns.voucher_text.__getitem__, vouchers),
            map(self._days.__getitem__, map(columns.voucher_registered.__getitem__, vouchers)),
            map(self._texts.__getitem__, map(columns.voucher_maker.__getitem__, vouchers)),
        )
        return LedgerColumns(*map(tuple, made))


def at(column: Sequence[int], rows: Sequence[int]) -> Iterable[int]:
    """What a column has of some rows."""
    return column[rows.start : rows.stop] if isinstance(rows, range) else map(column.__getitem__, rows)


def _pair(of_object: tuple[str, str]) -> tuple[str, str]:
    dimension, code = of_object
    return dimension, cleaned(code)


def _first_voucher(source: LedgerSource) -> int:
    return source.vouchers.start
