"""The package of a year (årets rapport): statement, equity, funds, projects, repayments, decisions, pictures.

The annual-report form has the current year first and nothing but what is printed there; the working form has the
findings first, and where each figure comes from. Nothing is computed: it is all in the book's own tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sifund_ledger.amounts import Language, Unit, decimals_of
from sifund_ledger.balance.equity.equity import EquityNote
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.statement.lines import TERMS
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.beside_earmarks import flow_table, with_and_without_table
from sifund_ledger.balance.tables.layout import foot, statement_table, zero_roll_rows, zero_rows
from sifund_ledger.book import Book
from sifund_ledger.book.at_close import at_close
from sifund_ledger.book.log import proposed_table
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import Finding
from sifund_ledger.report import words
from sifund_ledger.report.arranging import relabelled, with_columns, without_remarks
from sifund_ledger.report.brief import in_brief
from sifund_ledger.report.budget_column import budget_of
from sifund_ledger.report.charts import drawn_from
from sifund_ledger.report.charts.chart import Chart
from sifund_ledger.report.decisions import decisions_of
from sifund_ledger.report.document import (
    FORM,
    Figures,
    Form,
    Observations,
    Origin,
    Part,
    Pictures,
    Place,
    Prose,
    Report,
    Section,
    cited,
)
from sifund_ledger.report.fund_sections import FundSections
from sifund_ledger.report.in_unit import decimals_of_run, in_unit, unit_of_report
from sifund_ledger.report.labels import NO_LABELS, Labels
from sifund_ledger.report.origins.deficits import origins_of_deficits, origins_of_roll
from sifund_ledger.report.origins.equity import origins_of_note
from sifund_ledger.report.origins.making import Making, origins_of_proposed
from sifund_ledger.report.origins.statement import (
    origins_of_flow,
    origins_of_result,
    origins_of_statement,
    rules_of_statement,
)
from sifund_ledger.report.own_rows import laid_out
from sifund_ledger.report.records import Records
from sifund_ledger.table import Row, Table
from sifund_ledger.wording import Calls, in_python
from sifund_ledger.year_end.run import YearEnd

_COMPARED: Final = {Form.ANNUAL: 1, Form.MEMBER: 1, Form.WORKING: 4}
"""How many years stand beside the current one in each form."""
_ON_ONE_PAGE: Final = 3
"""How many pictures stand on the page of a council member."""


def year_report(
    book: Book, year: int, *, run: YearEnd | None = None, form: Form | str = Form.ANNUAL, language: Language = "sv",
    unit: Unit = "kr", decimals: int | None = None, labels: Labels = NO_LABELS, budget: YearFigures | None = None,
    calls: Calls = in_python,
) -> Report:  # fmt: skip
    """The package of a fiscal year, as recorded, or as the year-end ``run`` proposes it.

    ``form`` is ``annual``, for an annual report, ``working``, which opens every figure to where it comes from, or
    ``member``, one page in plain words with three pictures.
    Amounts are printed in ``unit``: kronor to the öre, else rounded, tkr whole and mkr with one decimal (R30), more
    where the figures of ``run`` have them, or with ``decimals``. A row "Avrundning" takes the difference. Records,
    postings, findings and drafts for the council are exact, and so is what an amount opens to.
    ``budget`` is what was budgeted for the year (``kind="budget"``), which the statement has a last column of.
    ``labels`` are row labels of one's own; ``calls`` says how a command that a finding names is called where the reader
    stands. Raises
    :class:`~sifund_ledger.Refused` where the year has no result.
    """
    form = Form(FORM.read(form, "form", KRONOR))
    if run is not None and decimals is None:
        decimals = decimals_of_run(run, unit)
    foreseen = (budget_of(book, budget, year),) if budget is not None else ()
    return _YearReport(book, year, run, form, language, unit_of_report(unit, decimals), labels, foreseen).made(calls)


class _YearReport:
    """What the sections of a year are made from."""

    def __init__(
        self, book: Book, year: int, run: YearEnd | None, form: Form, language: Language, unit: Unit, labels: Labels,
        budget: tuple[YearStatement, ...],
    ) -> None:  # fmt: skip
        self.book, self.year, self.form, self.language = book, year, form, language
        self.unit, self.labels, self.budget = unit, labels, budget
        self.statement = _statement(book, year, run, unit)
        self.own: YearStatement = self.statement.year(year, StatementKind.OUTCOME)
        self.is_recorded = run is None or run.is_recorded
        self.run = run or book.year_end(year, self.own.figures, draft=True)
        self.note = self.run.equity_note
        self.working = form is Form.WORKING
        self.making = Making(Records(book.records()), language)
        self._drafted = book.texts(self.run, unit=unit)
        compared = range(year, year - _COMPARED[form] - 1, -1)
        self.shown = self.statement.only(*(each.year for each in self.statement.years if each.year in compared))
        self.columns = ["label", *(code for each in compared for code in (str(each), f"{each}_restated"))]
        self.columns.append(f"{year}_{StatementKind.BUDGET.value}")

    def made(self, calls: Calls) -> Report:
        """The report of the sections that have something in them."""
        sections = [section for section in self._sections() if section.parts]
        if self.working:
            seqs = cited(part for section in sections for part in section.parts)
            if seqs:
                sections.append(self._section("records", self.making.records.vouchers(seqs, self.language)))
        title = words.TITLES["year"].words(self.language).format(year=self.year)
        return Report(
            title, self.book.entity, self.form, self.language, str(self.book.checkpoint),
            in_unit(sections, self.unit, self.language),
            self._draft(), tuple(foot([self.own], self.language)), calls,
        )  # fmt: skip

    def _draft(self) -> str:
        """Why the report is a draft, if it is."""
        if self.own.is_draft or self.run.is_draft:
            return words.DRAFTS["proposed"].words(self.language)
        return "" if self.is_recorded else words.DRAFTS["unrecorded"].words(self.language)

    def _section(self, code: str, *parts: Part | None) -> Section:
        return Section(
            code, words.HEADINGS[code].words(self.language), tuple(part for part in parts if part is not None)
        )

    def _sections(self) -> Iterator[Section]:
        funds = FundSections(
            self.book, self.year, self.making, self.labels, form=self.form, then=at_close(self.book, self.year)
        )
        if self.form is Form.MEMBER:
            yield self._brief(funds)
            return
        if self.working:
            yield self._section("findings", Observations(tuple(map(placed_in_words, self._findings()))))
        yield self._brief(funds)
        yield self._statement_section()
        yield self._reserves()
        yield self._deficits()
        yield self._equity()
        yield self._section("funds", *self._said("funds"), *funds.accounts())
        yield self._section("projects", *funds.projects())
        yield self._section("repayments", *funds.repayments())
        yield self._section("decisions", self._decisions())
        if self.working:
            yield self._section("postings", self._postings())
            yield self._section("texts", *self._texts())

    def _findings(self) -> tuple[Finding, ...]:
        """What is found of the year, the gravest first; as the book has it where it is recorded."""
        of_run = [
            found for found in self.run.findings if not self.is_recorded or found not in self.run.statement.findings
        ]
        found = dict.fromkeys((*self.own.findings, *of_run))
        return tuple(sorted(found, key=lambda each: each.severity.rank))

    def _figures(
        self, table: Table, origins: dict[Place, Origin] | None = None, rules: dict[int, str] | None = None
    ) -> Figures:  # fmt: skip
        """A table with the labels of one's own; origins and paragraphs in the working form alone."""
        labelled = without_remarks(relabelled(table, self.labels.of(table.code)), ("equity",))
        return Figures(labelled, origins or {}, rules or {}) if self.working else Figures(labelled)

    def _brief(self, funds: FundSections) -> Section:
        said = in_brief(self.own, self.note, self.unit, self.language, funds=funds.earmarks)
        beside = with_and_without_table(self.statement.columns, self.unit, self.language)
        way = flow_table(self.own, self.unit, self.language)
        whole, *others = self.statement.tables(self.language)
        charts: list[Chart | None] = [
            *funds.balances(),
            drawn_from.of_with_and_without(beside),
            drawn_from.of_flow(way, self.year, self.language),
            drawn_from.of_results(whole, _coded(others, "deficits")),
        ]
        drawn = tuple(chart for chart in charts if chart is not None)
        if self.form is Form.MEMBER:
            drawn = drawn[:_ON_ONE_PAGE]
        pictures = Pictures(drawn) if drawn else None
        tables: list[Figures] = []
        if self.working:
            picked = with_columns(beside, self.columns)
            tables = [
                self._figures(picked, origins_of_result(picked, self.statement, self.making)),
                self._figures(way, origins_of_flow(way, self.own, self.making)),
            ]
        return self._section("brief", Prose(said, boxed=True), pictures, *tables)

    def _statement_section(self) -> Section:
        layouts = [each for each in self.shown.tables(self.language) if each.code.startswith("layout:")]
        years = (*self.shown.columns, *self.budget)
        table = statement_table(years, self.statement.entity, self.unit, self.language)
        parts = []
        for each in (table, *layouts):
            ordered = self._in_own_order(each, zero_rows(years) if each is table else ())
            picked = self._remarks_of_year(with_columns(ordered, self.columns))
            if len(picked.columns) > 1:
                rules = rules_of_statement(picked, self.own, self.making)
                columns = (*self.statement.columns, *self.budget)
                parts.append(self._figures(picked, origins_of_statement(picked, columns, self.making), rules))
        return self._section("statement", *parts, *self._said("disclosures"))

    def _in_own_order(self, table: Table, more: Iterable[Row] = ()) -> Table:
        """The rows in the municipality's own order; the working form keeps the statute's, and every row."""
        order = () if self.working else self.labels.order_of(table.code)
        return laid_out(table, order, more, never_left_out=TERMS)

    def _remarks_of_year(self, table: Table) -> Table:
        """The remarks that are about a year shown: those of a statement name their year."""
        shown = {column.code.partition("_")[0] for column in table.columns}
        years = {str(each.year) for each in self.statement.years}
        kept = tuple(each for each in table.remarks if not (named := _named(str(each), years)) or named & shown)
        return replace(table, remarks=kept)

    def _reserves(self) -> Section:
        table = _coded(self.statement.tables(self.language), "reserves")
        if table is None:
            return self._section("reserves")
        picked = self._in_own_order(with_columns(table, self.columns))
        charts = tuple(drawn_from.of_reserves(table))
        origins = origins_of_statement(picked, self.statement.columns, self.making)
        return self._section("reserves", self._figures(picked, origins), Pictures(charts) if charts else None)

    def _deficits(self) -> Section:
        table = _coded(self.statement.tables(self.language), "deficits")
        roll = self._in_own_order(self.statement.deficit_roll(self.year, self.language), zero_roll_rows())
        rolled = self.own.deficits or (not self.working and self.labels.order_of(roll.code))
        return self._section(
            "deficits",
            self._figures(table, origins_of_deficits(table, self.statement, self.making)) if table else None,
            self._figures(roll, origins_of_roll(roll, self.own, self.making)) if rolled else None,
        )

    def _equity(self) -> Section:
        notes = self._notes()
        table = self._in_own_order(replace(notes[0], compared=notes[1:]).table(self.language))
        origins = origins_of_note(table, notes, self.making)
        return self._section("equity", self._figures(table, origins), *self._said("equity"))

    def _notes(self) -> tuple[EquityNote, ...]:
        """The note, and that of the year before: as printed, and restated where this year has corrected it."""
        if self.note.compared:
            return (self.note, *self.note.compared)
        before = [self.book.equity_note(self.year - 1)] if self.year - 1 in self.book.years else []
        return (self.note, *(replace(each, compared=()) for each in before))

    def _decisions(self) -> Part | None:
        """What the year's records rest on."""
        decided = decisions_of(self.year, self.making, self.language)
        return self._figures(*decided) if decided else None

    def _postings(self) -> Part | None:
        """What the year-end records, where it is not recorded yet."""
        if not self.run.drafts or self.run.standing:
            return None
        table = proposed_table(self.run.drafts, self.language)
        return self._figures(table, origins_of_proposed(table, self.making))

    def _said(self, *codes: str) -> list[Prose]:
        """The annual report's own sentences, which are in Swedish."""
        if self.language != "sv":
            return []
        said = {each.code: each.paragraphs for each in self._drafted}
        # What the note on equity says of earmarks is not said once more of the funds.
        before = set(said.get("equity", ())) if codes == ("funds",) else set()
        paragraphs = tuple(each for code in codes for each in said.get(code, ()) if each not in before)
        return [Prose(paragraphs)] if paragraphs else []

    def _texts(self) -> Iterator[Prose]:
        """The drafts for the council, in exact kronor where the report rounds: what is decided is decided exactly."""
        exact = self._drafted if decimals_of(self.unit) is None else self.book.texts(self.run)
        for section in exact:
            if section.code not in ("disclosures", "equity", "funds"):
                yield Prose(section.paragraphs, "sv", heading=section.heading)


def _statement(book: Book, year: int, run: YearEnd | None, unit: Unit) -> BalanceRequirementStatement:
    """The statement of every year through one: as recorded, the last as the year-end has it."""
    if run is None or run.is_recorded:
        recorded = book.statement(year)
        recorded.year(year)
        return replace(recorded, unit=unit)
    before = [each for each in book.years if each < year]
    earlier = book.statement(before[-1]).years if before else ()
    return replace(run.statement, years=(*earlier, *run.statement.years), unit=unit)


def _coded(tables: Iterable[Table], code: str) -> Table | None:
    return next((table for table in tables if table.code == code), None)


def _named(remark: str, years: set[str]) -> set[str]:
    """The years that a remark is about: the first year named in it."""
    found = [word.strip(".,:;()") for word in remark.split()]
    return set([word for word in found if word in years][:1])
