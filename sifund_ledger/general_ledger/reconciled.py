"""What a book and the general ledger come to against each other (utfall av avstämningen): differences, sums, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.boundary import checked_methods
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, text, total_row
from sifund_ledger.general_ledger.ledger_rows import LedgerRow
from sifund_ledger.general_ledger.row_matching import DifferenceKind, Objects
from sifund_ledger.table import Printed, Row, Table

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

    ``entry`` is what the book calls its entry, ``record`` the number of its record, ``day`` YYYYMMDD. Where no account
    of the ledger is known it has none: it is then held against nothing, nor is what is left of its entry's vouchers.
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
        text("how", "Skillnad", "Difference"),
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
