"""A book held against the general ledger row by row (radvis avstämning): each difference told, and sums to the öre.

What the book has is given as the rows that it has for the ledger; ``exchange.vouchers`` makes them of its records.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final

from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.ledger_rows import LedgerRow
from sifund_ledger.general_ledger.reconciled import BookedRow, Reconciliation, RowDifference, Sums
from sifund_ledger.general_ledger.row_matching import Difference, MatchedRow, Matching, Objects, match_rows

_ENTRY_NAMED: Final = re.compile(r"\(([A-ZÅÄÖ]{1,10} [0-9]{1,9})\)$")


def entry_named(text: str) -> str:
    """The entry of a book that a voucher's text names at its end; empty for none.

    >>> entry_named("Öronmärkning till social (A 3)"), entry_named("Löner (mars)")
    ('A 3', '')
    """
    found = _ENTRY_NAMED.search(text) if text.endswith(")") else None
    return found[1] if found else ""


def reconcile(
    booked: Sequence[BookedRow], ledger: GeneralLedger, *, own: Collection[str], shared: Collection[str] = (),
    years: Iterable[int] | None = None,
) -> Reconciliation:  # fmt: skip
    """Hold the rows of a book against those of the general ledger, year by year (radvis avstämning).

    ``own`` are the ledger's accounts on which nothing but the book's entries belongs: every row there is examined.
    ``shared`` are those that others use too (other equity): a row there counts where its voucher concerns the book. A
    voucher whose text ends in the name of an entry, ``(A 3)``, is recognised as that entry. ``years`` are those to
    examine; without them all that the ledger has. Objects count in the dimensions that the book's rows have.

    >>> from sifund_ledger.exchange import read_general_ledger
    >>> from sifund_ledger.exchange.sie import parse_sie
    >>> rows = "#TRANS 2010 {} 5.00\\n#TRANS 2071 {} -5.00\\n"
    >>> text = f'#RAR 0 20130101 20131231\\n#VER A 1 20131231 "x (A 3)"\\n{{\\n{rows}}}\\n'
    >>> ledger = read_general_ledger(parse_sie(text.encode()))
    >>> mine = [BookedRow("A 3", 7, 2013, 20131231, number, (), ore) for number, ore in (("2010", 500), ("2071", -505))]
    >>> found = reconcile(mine, ledger, own={"2071"}, shared={"2010"})
    >>> found.exact, [(each.kind.value, each.ore, each.records) for each in found.differences]
    (1, [('other_amount', 5, (7,))])
    """
    wanted = tuple(year for year in ledger.years if years is None or year in {*years})
    mine = [row for row in booked if row.year in wanted and row.account]
    partly = {row.entry for row in booked if row.entry and not row.account}
    dimensions = {dimension for row in mine for dimension, _ in row.objects}
    here = [
        MatchedRow(at, row.entry, row.year, row.day, row.account, _within(row.objects, dimensions), row.ore)
        for at, row in enumerate(mine)
    ]
    there = _Candidates(ledger, booked, own={*own}, shared={*shared}, dimensions=dimensions, partly=partly)
    candidates = [row for year in wanted for row in there.of(year)]
    matching = match_rows(here, candidates)
    differences = [
        RowDifference(
            each.kind, tuple(mine[row.at] for row in each.here), tuple(ledger.row(row.at) for row in each.there),
            (each.here or each.there)[0].year,
        )
        for each in sorted(matching.differences, key=_order)
    ]  # fmt: skip
    of_book = [row for row in candidates if _counts(row, {*own}, matching)]
    return Reconciliation(
        wanted, len(here), len(of_book), len(matching.exact), tuple(differences),
        tuple(_summed(here, of_book, lambda row: (row.account,))),
        tuple(_summed(here, of_book, lambda row: (":".join(each) for each in row.objects))),
    )  # fmt: skip


def _order(difference: Difference) -> tuple[int, int, int]:
    first = (difference.here or difference.there)[0]
    return first.year, first.day, first.at


def _within(objects: Objects, dimensions: set[str]) -> Objects:
    return tuple(sorted(each for each in objects if each[0] in dimensions and each[1]))


def _counts(row: MatchedRow, own: set[str], matching: Matching) -> bool:
    """Whether a row of the ledger is one of the book's: on an account of its own, or matched with it."""
    return row.account in own or row.at not in matching.there


def _summed(
    here: Iterable[MatchedRow], there: Iterable[MatchedRow], keys: Callable[[MatchedRow], Iterable[str]]
) -> Iterator[Sums]:
    booked, ledger = Counter[str](), Counter[str]()
    for rows, sums in ((here, booked), (there, ledger)):
        for row in rows:
            for key in keys(row):
                sums[key] += row.ore
    yield from (Sums(key, booked[key], ledger[key]) for key in sorted({*booked, *ledger}))


class _Candidates:
    """The rows of the ledger that the book's could be matched with: of vouchers that name an entry, that have a row on
    an account of the book's own, or that have one of its amounts on its day on an account that others use too."""

    def __init__(
        self, ledger: GeneralLedger, booked: Sequence[BookedRow], *, own: set[str], shared: set[str],
        dimensions: set[str], partly: set[str],
    ) -> None:  # fmt: skip
        self._ledger, self._own, self._shared, self._dimensions = ledger, own, shared, dimensions
        self._partly = partly
        self._entries = {row.entry: row.year for row in booked}
        self._moved = {(row.day, row.ore) for row in booked}

    def of(self, year: int) -> Iterator[MatchedRow]:
        """The candidates of a year, in the order of the ledger."""
        named = dict(self._named(year))
        vouchers = {self._ledger.voucher_of(row) for row in self._ledger.row_indices(self._own, year)}
        vouchers.update(named)
        for index in self._ledger.row_indices(self._shared, year):
            voucher = self._ledger.voucher_of(index)
            if voucher not in vouchers and _moved(self._ledger.row(index)) in self._moved:
                vouchers.add(voucher)
        for voucher in sorted(vouchers):
            yield from self._rows(voucher, named.get(voucher, ""), year)

    def _named(self, year: int) -> Iterator[tuple[int, str]]:
        for voucher, words in self._ledger.texts(year):
            if (entry := entry_named(words)) and abs(self._entries.get(entry, 0) - year) <= 1:
                yield voucher, entry

    def _rows(self, voucher: int, entry: str, year: int) -> Iterator[MatchedRow]:
        for index in self._ledger.rows_of(voucher):
            row = self._ledger.row(index)
            reported = row.account in self._own or (bool(entry) and row.account in self._shared)
            reported = reported and entry not in self._partly
            objects = _within(row.objects, self._dimensions)
            yield MatchedRow(index, entry, year, _number(row), row.account, objects, row.ore, reported)


def _moved(row: LedgerRow) -> tuple[int, int]:
    return _number(row), row.ore


def _number(row: LedgerRow) -> int:
    return row.day.year * 10000 + row.day.month * 100 + row.day.day if row.day else 0
