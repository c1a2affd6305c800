"""The audit of a printed table (granskning): sums followed, drawn up by the law, compared with a book where one is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from sifund_ledger.amounts import ORE_PER_UNIT, Language, Unit
from sifund_ledger.audit.printed import findings as codes
from sifund_ledger.audit.printed.adding import Added, added_up, unchecked
from sifund_ledger.audit.printed.cells import Heading
from sifund_ledger.audit.printed.reading import PrintedPage
from sifund_ledger.audit.printed.rows import Role, resembling
from sifund_ledger.audit.printed.statute import LAYOUTS, NO_FORMULA, ByLaw, by_law
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.balance.statement.lines import AFTER_EQUALISATION
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.findings import PRINTED_DIFFERS, PRINTED_ROUNDED
from sifund_ledger.book import Book
from sifund_ledger.findings import Bilingual, Finding, printable
from sifund_ledger.forms import Form, FormField, amount, text
from sifund_ledger.law.regimes import regime_of
from sifund_ledger.table import LABEL, Column, ColumnKind, Printed, Row, RowKind, Table
from sifund_ledger.wording import Calls, in_python

_ROUNDED_UNITS: Final = ("tkr", "mkr")
_COMPARED: Final = (Role.ADJUSTED, Role.RESULT, Role.AFTER_EQUALISATION)
_PAGE: Final = Bilingual("Tryckt tabell: {name}", "Printed table: {name}")
_SUMS: Final = Form(
    "sums",
    Bilingual("Prövade summor", "Sums followed"),
    (
        text("label", "Rad", "Row"),
        text("column", "Kolumn", "Column"),
        amount("printed", "Tryckt", "Printed"),
        amount("computed", "Enligt raderna", "By the rows"),
        amount("difference", "Skillnad", "Difference"),
    ),
)
_LAW: Final = Form(
    "law",
    Bilingual("Enligt lagen, av de rader som känns igen", "By the law, from the rows that are recognised"),
    (
        text("label", "Rad", "Row"),
        FormField("year", Bilingual("År", "Year"), ColumnKind.YEAR),
        amount("printed", "Tryckt", "Printed"),
        amount("law", "Enligt lagen", "By the law"),
        text("layout", "Uppställning", "Layout"),
    ),
)
_COULD: Final = Bilingual("Den kan vara: {labels}. {counted}", "It could be: {labels}. {counted}")
_UNLIKE: Final = Bilingual("Den liknar ingen vanlig rad. {counted}", "It resembles no usual row. {counted}")
_COUNTED: Final = Bilingual(
    "Beloppet är räknat i summan där den står.", "Its amount is counted in the sum it stands in."
)
_LEFT_OUT: Final = Bilingual("Beloppet är inte räknat i någon summa.", "Its amount is counted in no sum.")


@dataclass(frozen=True, slots=True)
class PrintedAudit(Printed):
    """What a printed table came to (granskning av en tryckt tabell).

    ``added`` has the sums that were followed, ``drawn`` each statement by the law with its layout, ``findings`` what is
    wrong or worth knowing: a sum that does not follow is a warning, one unit in the last place a note.
    """

    name: str
    page: PrintedPage
    added: Added
    drawn: tuple[ByLaw, ...]
    findings: tuple[Finding, ...]

    @property
    def unit(self) -> Unit:
        """The unit of the amounts; kronor where it is not known."""
        return self.page.unit or "kr"

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The table as it was read, the sums that were followed, and the statement by the law."""
        tables = [self._page(language)]
        if self.added.sums:
            tables.append(self._sums(language))
        if self.drawn:
            tables.append(self._law(language))
        return tuple(tables)

    def _page(self, language: Language) -> Table:
        columns = (LABEL, *(Column(f"{n}", head.name) for n, head in enumerate(self.page.columns, 1)))
        summed = {each.row for each in self.added.sums}
        rows = tuple(
            Row((printable(row.label, 90), *row.ore), RowKind.SUM if at in summed else RowKind.PLAIN, row.role or "")
            for at, row in enumerate(self.page.rows)
        )
        title = _PAGE.filled(name=self.name)
        return Table(
            title, columns, rows, unit=self.unit, decimals=self.page.decimals, code="printed", language=language
        )

    def _sums(self, language: Language) -> Table:
        rows = [
            Row(
                (
                    self._label(each.row), self.page.columns[each.column].name, each.printed_ore, each.computed_ore,
                    each.ore,
                ),
                code=str(self.page.rows[each.row].role),
            )
            for each in self.added.sums
        ]  # fmt: skip
        return self._as_printed(_SUMS.table(_SUMS.columns, rows, language, unit=self.unit))

    def _law(self, language: Language) -> Table:
        rows = []
        for each in self.drawn:
            year = self.page.columns[each.column].year or 0
            said = LAYOUTS[each.layout] if regime_of(year).has_formula else NO_FORMULA
            for at, law in self._compared(each):
                printed = self.page.rows[at].ore[each.column]
                cells = (self._label(at), year, printed, law, said)
                rows.append(Row(cells, code=str(self.page.rows[at].role)))
        return self._as_printed(_LAW.table(_LAW.columns, rows, language, unit=self.unit))

    def _as_printed(self, table: Table) -> Table:
        """The table with at least as many decimals as the page has."""
        return replace(table, decimals=max(self.page.decimals, table.places))

    def _compared(self, each: ByLaw) -> Iterator[tuple[int, int]]:
        """The results of a column, each with what the law gives, in öre."""
        if each.statement is not None:
            yield from results_of(self.page, each.column, each.statement)

    def _label(self, row: int) -> str:
        return printable(self.page.rows[row].label, 90)

    def text(self, language: Language = "sv", calls: Calls = in_python) -> str:
        """All of it as text; ``calls`` says how a command that a finding names is called where the reader stands."""
        found = [placed_in_words(each).text(language, calls) for each in self.findings]
        return "\n\n".join([self.summary(language), *found])

    def summary(self, language: Language = "sv") -> str:
        """The tables, without the findings."""
        return "\n\n".join(table.text() for table in self.tables(language))


def audit_printed(page: PrintedPage, *, name: str = "", book: Book | None = None) -> PrintedAudit:
    """Audit a printed table: its sums, the statement by the law, and what a book gives. Nothing is recorded.

    A difference of one unit in the last place passes as rounding in thousands and millions; in kronor none does.

    >>> from sifund_ledger.audit.printed import Line, read_page
    >>> lines = ("tkr", "2018"), ("Årets resultat", "29"), ("Realisationsvinster", "−2"), ("Balanskravsresultat", "23")
    >>> page = read_page(Line(number, cells) for number, cells in enumerate(lines, 1))
    >>> [(found.code, dict(found.values)["difference"]) for found in audit_printed(page).findings]
    [('PRINTED_DIFFERS', -400000)]
    """
    step = ORE_PER_UNIT[page.unit] // 10**page.decimals if page.unit in _ROUNDED_UNITS else 0
    added = added_up(page, step)
    drawn = by_law(page, added)
    auditing = _Auditing(page, name, added, step)
    found = [*page.findings, *auditing.findings(drawn)]
    if book is not None:
        found += auditing.beside(book)
    unit = page.unit or "kr"
    return PrintedAudit(name, page, added, drawn, tuple(each.in_unit(unit) for each in found))


def results_of(page: PrintedPage, column: int, statement: YearStatement) -> Iterator[tuple[int, int]]:
    """The printed results of a column that a statement has too: the row, and öre by the statement.

    What a layout calls its result is compared with the statute's, where it prints no other.
    """
    codes_of_lines = {line.code: line.ore for line in statement.lines}
    roles = {row.role for row in page.rows if row.ore[column] is not None}
    for at, row in enumerate(page.rows):
        role = row.role
        if row.ore[column] is None or column in row.unread:
            continue
        if role is Role.PRESENTED and Role.RESULT not in roles:
            role = Role.RESULT
        if role is Role.RESULT and Role.AFTER_EQUALISATION not in roles and AFTER_EQUALISATION in codes_of_lines:
            role = Role.AFTER_EQUALISATION
        if role in _COMPARED and role in codes_of_lines:
            yield at, codes_of_lines[role]


class _Auditing:
    """What is found of one table."""

    def __init__(self, page: PrintedPage, name: str, added: Added, step: int) -> None:
        self.page, self.name, self.added, self.step = page, name, added, step

    def findings(self, drawn: tuple[ByLaw, ...]) -> Iterator[Finding]:
        yield from self._labels()
        yield from self._sums()
        if self.added.unsigned:
            yield codes.PRINTED_UNSIGNED.at(self.name)
        for each in drawn:
            yield from self._beside_law(each)
        for at, column in unchecked(self.page, self.added):
            ore = self.page.rows[at].ore[column]
            yield codes.PRINTED_UNCHECKED.at(
                self.page.rows[at].place, row=self._row(at), column=self._name(column), printed=ore
            )

    def _row(self, at: int) -> str:
        return printable(self.page.rows[at].label, 90)

    def _name(self, column: int) -> str:
        return printable(self.page.columns[column].name)

    def _labels(self) -> Iterator[Finding]:
        for at, row in enumerate(self.page.rows):
            if row.role is None and any(ore is not None for ore in row.ore):
                near = resembling(row.label)
                counted = any((at, column) in self.added.checked for column in range(len(row.ore)))
                labels = Bilingual(", ".join(f"”{each}”" for each in near), ", ".join(f"“{each}”" for each in near))
                values: dict[str, Any] = {"labels": labels, "counted": _COUNTED if counted else _LEFT_OUT}
                could = (_COULD if near else _UNLIKE).filled(**values)
                yield codes.PRINTED_LABEL_UNKNOWN.at(row.place, row=self._row(at), could=could)

    def _sums(self) -> Iterator[Finding]:
        for each in self.added.sums:
            if each.ore:
                kind = PRINTED_ROUNDED if abs(each.ore) <= self.step else PRINTED_DIFFERS
                yield kind.at(
                    self.page.rows[each.row].place, row=f"{self._row(each.row)} {self._name(each.column)}",
                    printed=each.printed_ore, computed=each.computed_ore, difference=each.ore,
                )  # fmt: skip

    def _beside_law(self, each: ByLaw) -> Iterator[Finding]:
        yield from each.refused
        if each.statement is None:
            return
        year = each.statement.year
        for at, law in results_of(self.page, each.column, each.statement):
            printed = self.page.rows[at].ore[each.column] or 0
            own = any(found.column == each.column and found.ore for found in self.added.sums)
            if abs(printed - law) > self.step and not own:
                yield codes.PRINTED_BESIDE_LAW.at(
                    self.page.rows[at].place, row=self._row(at), year=year, printed=printed, computed=law,
                    layout=LAYOUTS[each.layout],
                )  # fmt: skip

    # ---- a book beside

    def beside(self, book: Book) -> Iterator[Finding]:
        """What the book gives of the same years, where it differs."""
        for column, head in enumerate(self.page.columns):
            if head.year is None:
                continue
            if head.year not in book.years:
                yield codes.PRINTED_BOOK_WITHOUT.at(self.name, year=head.year)
                continue
            yield from self._beside(book.statement(head.year).year(head.year), column, head)

    def _beside(self, statement: YearStatement, column: int, head: Heading) -> Iterator[Finding]:
        lines = {line.code: line.ore for line in statement.lines}
        for row in self.page.rows:
            ore = row.ore[column]
            computed = lines.get(row.role or "")
            if ore is None or computed is None:
                continue
            if row.role is Role.TO_RESTORE:
                ore, computed = abs(ore), abs(computed)
            elif self.added.unsigned and computed < 0 < ore:
                ore = -ore
            if abs(ore - computed) > (self.step or 0):
                yield codes.PRINTED_BOOK_DIFFERS.at(
                    row.place, row=printable(row.label, 90), year=head.year, printed=ore, computed=computed,
                    difference=ore - computed,
                )  # fmt: skip
