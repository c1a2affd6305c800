"""A book held against the general ledger row by row (radvis avstämning): each difference told, and sums to the öre.

What the book has is given as the rows that it has for the ledger; ``exchange.vouchers`` makes them of its records.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.boundary import checked_methods
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, text, total_row
from sifund_ledger.general_ledger.ledger import GeneralLedger, LedgerRow
from sifund_ledger.general_ledger.row_matching import (
    Difference,
    DifferenceKind,
    MatchedRow,
    Matching,
    Objects,
    match_rows,
)
from sifund_ledger.table import Printed, Row, Table

_ENTRY_NAMED: Final = re.compile(r"\(([A-ZÅÄÖ]{1,10} [0-9]{1,9})\)$")
KINDS: Final = {
    DifferenceKind.MISSING_THERE: Bilingual("saknas i huvudboken", "missing in the ledger"),
    DifferenceKind.MISSING_HERE: Bilingual("saknas i boken", "missing in the book"),
    DifferenceKind.OTHER_DATE: Bilingual("annat datum", "other date"),
    DifferenceKind.OTHER_AMOUNT: Bilingual("annat belopp", "other amount"),
    DifferenceKind.OTHER_ACCOUNT: Bilingual("annat konto", "other account"),
    DifferenceKind.OTHER_OBJECT: Bilingual("annat objekt", "other object"),
    DifferenceKind.DOUBLED: Bilingual("bokförd två gånger", "booked twice"),
    DifferenceKind.SPLIT: Bilingual("delad på flera rader", "split over several rows"),
    DifferenceKind.MERGED: Bilingual("sammanslagen till en rad", "merged into one row"),
    DifferenceKind.TAKEN_BACK: Bilingual("återförd i huvudboken", "taken back in the ledger"),
    DifferenceKind.AMBIGUOUS: Bilingual("kan paras på flera sätt", "can be paired in several ways"),
}
"""What each kind of difference is called."""


class BookedRow(NamedTuple):
    """A row that a book has for the general ledger (bokens rad), on its account and objects, öre, debit positive.

    ``entry`` is what the book calls its entry, ``record`` the number of its record, ``day`` YYYYMMDD.
    """

    entry: str
    record: int
    year: int
    day: int
    account: str
    objects: Objects
    ore: int


class RowDifference(NamedTuple):
    """Rows of the book and of the ledger that differ, or that one of them lacks (skillnad)."""

    kind: DifferenceKind
    booked: tuple[BookedRow, ...]
    ledger: tuple[LedgerRow, ...]
    year: int

    @property
    def booked_ore(self) -> int:
        """What the book has, öre. A row that is booked twice there is had once."""
        return sum(row.ore for row in self.booked)

    @property
    def ledger_ore(self) -> int:
        """What the ledger has, öre; of a row that is booked twice both."""
        twice = self.booked_ore if self.kind is DifferenceKind.DOUBLED else 0
        return twice + sum(row.ore for row in self.ledger)

    @property
    def ore(self) -> int:
        """The ledger less the book, öre."""
        return self.ledger_ore - self.booked_ore

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts of the ledger that it concerns, the book's first."""
        ours, theirs = (row.account for row in self.booked), (row.account for row in self.ledger)
        return tuple(dict.fromkeys((*ours, *theirs)))

    @property
    def places(self) -> tuple[str, ...]:
        """Where it stands in the ledger: files and lines."""
        return tuple(row.place for row in self.ledger)

    @property
    def records(self) -> tuple[int, ...]:
        """The records of the book that it concerns."""
        return tuple(dict.fromkeys(row.record for row in self.booked))


class Sums(NamedTuple):
    """What both have of an account or an object in the years compared, öre, debit positive."""

    code: str
    booked_ore: int
    ledger_ore: int

    @property
    def difference_ore(self) -> int:
        """The ledger less the book."""
        return self.ledger_ore - self.booked_ore


_DIFFERENCES: Final = Form(
    "row_differences",
    Bilingual("Skillnader rad för rad, {years}", "Differences row by row, {years}"),
    (
        text("kind", "Skillnad", "Difference"),
        text("entry", "Verifikation", "Entry"),
        text("accounts", "Konto", "Account"),
        amount("book", "Bok", "Book"),
        amount("ledger", "Huvudbok", "General ledger"),
        amount("difference", "Skillnad, kr", "Difference, kr"),
        text("places", "Fil och rad", "File and line"),
    ),
)
_SUMS: Final = (
    amount("book", "Bok", "Book", "booked_ore"),
    amount("ledger", "Huvudbok", "General ledger", "ledger_ore"),
    amount("difference", "Skillnad", "Difference"),
)
_ACCOUNTS: Final = Form(
    "row_accounts",
    Bilingual("Summor per konto, {years}", "Sums by account, {years}"),
    (text("code", "Konto", "Account"), *_SUMS),
)
_OBJECTS: Final = Form(
    "row_objects",
    Bilingual("Summor per objekt, {years}", "Sums by object, {years}"),
    (text("code", "Dimension och objekt", "Dimension and object"), *_SUMS),
)


_COUNTED: Final = Bilingual(
    "Rader: {booked} i boken, {rows} i huvudboken; lika par: {exact}. Skillnader: {differences}. Objekt: {objects}, "
    "varav {differing} skiljer sig.",
    "Rows: {booked} in the book, {rows} in the general ledger; equal pairs: {exact}. Differences: {differences}. "
    "Objects: {objects}, of which {differing} differ.",
)


@checked_methods
@dataclass(frozen=True, slots=True)
class Reconciliation(Printed):
    """A book and a general ledger held against each other row by row (radvis avstämning).

    ``booked`` and ``rows`` are how many rows were examined on either side, ``exact`` how many pairs are equal.
    ``accounts`` and ``objects`` have what both have of each account, and of each object in the dimensions compared,
    named ``dimension:object``.
    """

    years: tuple[int, ...]
    booked: int
    rows: int
    exact: int
    differences: tuple[RowDifference, ...]
    accounts: tuple[Sums, ...] = field(repr=False)
    objects: tuple[Sums, ...] = field(repr=False)

    def of(self, kind: DifferenceKind) -> tuple[RowDifference, ...]:
        """The differences of one kind."""
        return tuple(each for each in self.differences if each.kind is kind)

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The differences; the sums by account; the sums by object, where any row has one."""
        rows = [_row(each, language) for each in self.differences]
        differences = _DIFFERENCES.table(_DIFFERENCES.columns, rows, language, years=self._years())
        return (
            differences,
            *self._sums(_ACCOUNTS, self.accounts, language),
            *self._sums(_OBJECTS, self.objects, language),
        )

    def sums(self, language: Language = "sv") -> tuple[Table, ...]:
        """The sums by account, and by the objects that differ: what there is to print where all objects are many."""
        differing = [each for each in self.objects if each.difference_ore]
        remark = _COUNTED.filled(
            booked=self.booked, rows=self.rows, exact=self.exact, differences=len(self.differences),
            objects=len(self.objects), differing=len(differing),
        )  # fmt: skip
        of_accounts = self._sums(_ACCOUNTS, self.accounts, language, remark)
        return (*of_accounts, *self._sums(_OBJECTS, differing, language))

    def _sums(self, form: Form, sums: Sequence[Sums], language: Language, *remarks: Bilingual) -> Iterator[Table]:
        rows = [Row(tuple(each.of(sum_) for each in form.fields), code=sum_.code) for sum_ in sums]
        if rows:
            all_rows = (*rows, total_row(rows, len(form.fields)))
            yield form.table(form.columns, all_rows, language, remarks=remarks, years=self._years())

    def _years(self) -> str:
        return f"{self.years[0]}–{self.years[-1]}" if len(self.years) > 1 else "".join(map(str, self.years))


def _row(each: RowDifference, language: Language) -> Row:
    entries = ", ".join(dict.fromkeys(row.entry for row in each.booked))
    cells = (
        KINDS[each.kind].words(language), entries, ", ".join(each.accounts), each.booked_ore, each.ledger_ore, each.ore,
        ", ".join(each.places),
    )  # fmt: skip
    return Row(cells, code=each.kind.value)


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
    mine = [row for row in booked if row.year in wanted]
    dimensions = {dimension for row in mine for dimension, _ in row.objects}
    here = [
        MatchedRow(at, row.entry, row.year, row.day, row.account, _within(row.objects, dimensions), row.ore)
        for at, row in enumerate(mine)
    ]
    there = _Candidates(ledger, mine, own={*own}, shared={*shared}, dimensions=dimensions)
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
        dimensions: set[str],
    ) -> None:  # fmt: skip
        self._ledger, self._own, self._shared, self._dimensions = ledger, own, shared, dimensions
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
            if words.endswith(")") and (found := _ENTRY_NAMED.search(words)):
                entry = found[1]
                if abs(self._entries.get(entry, 0) - year) <= 1:
                    yield voucher, entry

    def _rows(self, voucher: int, entry: str, year: int) -> Iterator[MatchedRow]:
        for index in self._ledger.rows_of(voucher):
            row = self._ledger.row(index)
            reported = row.account in self._own or (bool(entry) and row.account in self._shared)
            objects = _within(row.objects, self._dimensions)
            yield MatchedRow(index, entry, year, _number(row), row.account, objects, row.ore, reported)


def _moved(row: LedgerRow) -> tuple[int, int]:
    return _number(row), row.ore


def _number(row: LedgerRow) -> int:
    return row.day.year * 10000 + row.day.month * 100 + row.day.day if row.day else 0
