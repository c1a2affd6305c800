"""The parts of a report about funds (fonderna): accounts, projects, repayments, with their pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sifund_ledger.book import Book
from sifund_ledger.book.lists import list_table
from sifund_ledger.book.reports import FundReports
from sifund_ledger.funds.tables.account import FundAccount
from sifund_ledger.report import words
from sifund_ledger.report.arranging import below_each_other, relabelled, turned, with_columns, without_remarks
from sifund_ledger.report.charts import drawn_from
from sifund_ledger.report.charts.chart import Chart
from sifund_ledger.report.document import Figures, Form, Origin, Part, Pictures, Place, Prose
from sifund_ledger.report.labels import NO_LABELS, Labels
from sifund_ledger.report.origins.fund_tables import origins_of_fund_table
from sifund_ledger.report.origins.funds import origins_of_account, origins_of_projects
from sifund_ledger.report.origins.making import Making
from sifund_ledger.report.own_rows import laid_out
from sifund_ledger.report.records import Records
from sifund_ledger.table import Column, ColumnKind, Table


class FundSections:
    """The parts about the funds of a book, at the close of a year."""

    def __init__(
        self,
        book: Book,
        year: int,
        making: Making,
        labels: Labels = NO_LABELS,
        *,
        form: Form,
        funds: tuple[str, ...] = (),
        then: FundReports | None = None,
    ) -> None:
        """``then`` is the book as it stood, where that is not as it stands."""
        self.book, self.year, self.making, self.labels = book, year, making, labels
        self.then, self.at_close = then or book, then is not None
        self.made_then = Making(Records(then.records()), making.language) if then else making
        self.language = making.language
        self.working = form is Form.WORKING
        self.names = funds or tuple(book.funds)
        self._accounts = [(name, book.fund_account(name, year=year)) for name in self.names]

    @property
    def earmarks(self) -> bool:
        """Whether there is a fund of earmarked equity, be it empty, at the close of the year."""
        return any(account.held is not None and not account.of_reserve for _, account in self._accounts)

    def _figures(self, table: Table, origins: dict[Place, Origin] | None = None) -> Figures:
        if not self.working:
            table = laid_out(table, self.labels.order_of(table.code))
        table = relabelled(table, self.labels.of(table.code))
        table = without_remarks(table, ("fund_account",))
        return Figures(table, origins or {}) if self.working else Figures(table)

    def balances(self) -> Iterator[Chart]:
        """The first picture of each fund: what it has available and granted, year by year."""
        for number, (name, account) in enumerate(self._accounts):
            yield from list(drawn_from.of_fund(account.table(self.language), name, number))[:1]

    def accounts(self) -> Iterator[Part]:
        """Each fund's account: the year and the one before; in the working form every year."""
        for number, (name, account) in enumerate(self._accounts):
            if account.held is None:
                continue
            if purpose := self.then.fund(name).purpose:
                said = words.PURPOSE.words(self.language).format(purpose=purpose)
                yield Prose((said,))
            if self.working:
                yield from self._over_the_years(name, account)
                charts = tuple(drawn_from.of_fund(account.table(self.language), name, number))[1:]
                if charts:
                    yield Pictures(charts)
            else:
                yield self._compared(account)

    def _compared(self, account: FundAccount) -> Figures:
        """The year's column and that of the year before, with nothing moved in a year that has none."""
        table = account.in_years((self.year, self.year - 1), self.language)
        return self._figures(table)

    def _over_the_years(self, name: str, account: FundAccount) -> Iterator[Part]:
        parts = [(part, f"{name}, {part}", of) for part, of in account.subfunds]
        for subfund, title, of in (*parts, (None, name, account)):
            table = of.table(self.language)
            if len(table.columns) < 2:
                continue
            origins = origins_of_account(table, name, self.making, subfund)
            head = Column("year", words.YEAR, ColumnKind.TEXT)
            rows = {row.code: number for number, row in enumerate(table.rows)}
            table_by_year = turned(table, head)
            turned_origins = {
                (position - 1, place): origins[rows[column.code], position]
                for place, column in enumerate(table_by_year.columns)
                for position in range(1, len(table.columns))
                if column.code in rows and (rows[column.code], position) in origins
            }
            said = words.OVER_THE_YEARS.words(self.language).format(fund=title)
            yield self._figures(replace(table_by_year, title=said), turned_origins)

    def projects(self) -> Iterator[Part]:
        """The register of projects, as it stood."""
        table = list_table(self.then, "projects", self.language)
        rows = tuple(row for row in table.rows if row.cells[1] in self.names)
        if rows:
            said = words.AT_CLOSE.filled(year=self.year) if self.at_close else words.AT_LAST_RECORD
            remark = said.words(self.language)
            kept = replace(table, rows=rows, remarks=(remark,))
            if len(self.book.funds) == 1:  # which is the only one
                kept = with_columns(kept, (column.code for column in kept.columns if column.code != "fund"))
            yield self._figures(kept, origins_of_projects(kept, self.made_then, [row.code for row in rows]))

    def repayments(self) -> Iterator[Part]:
        """Plans against outcomes, what is late, and pictures by board."""
        plans, projects = [], []
        for name, project in self.then.projects.items():
            if project.claims and project.fund in self.names:
                table = self.then.repayment_plan(name, language=self.language)
                plans.append((name, table))
                projects += ["", *(name for _ in table.rows)]
        if plans:
            title = words.PLANS.words(self.language)
            table = below_each_other(plans[0][1], plans, title)
            yield self._figures(table, origins_of_projects(table, self.made_then, projects))
        for number, name in enumerate(self.names):
            late = self.then.overdue(name, year=self.year, language=self.language)
            if late.rows:
                yield self._figures(
                    late, origins_of_projects(late, self.made_then, [str(row.cells[0]) for row in late.rows])
                )
            by_year = self.then.repayments(name, language=self.language)
            charts = tuple(drawn_from.of_repayments(by_year, number))
            if charts:
                yield Pictures(charts)
            rights = self.then.entitlements(name, language=self.language)
            if rights.rows and self.working:
                yield self._figures(rights, origins_of_fund_table(rights, name, self.made_then))
