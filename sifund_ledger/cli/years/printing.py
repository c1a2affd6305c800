"""What ``sifund year-end`` prints of a year that is drawn up: one page or document of it, and what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sifund_ledger.cli.books import written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Data, Output
from sifund_ledger.cli.streams import print_error
from sifund_ledger.cli.years.reporting import budget_in, report_in
from sifund_ledger.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sifund_ledger.amounts import Language
    from sifund_ledger.book import Book
    from sifund_ledger.cli.years.figures_given import Given
    from sifund_ledger.ledger.records import Record
    from sifund_ledger.table import Table
    from sifund_ledger.year_end.run import YearEnd
    from sifund_ledger.year_end.tie_out import TieOut


class DrawnUp(NamedTuple):
    """A year-end as it is drawn up of a book, from what is given: what the book has warned of on the way, and what is
    recorded."""

    book: Book
    run: YearEnd
    page: TieOut
    given: Given
    warned: tuple[Finding, ...]
    records: tuple[Record, ...]

    @property
    def recorded(self) -> bool:
        """Whether anything is recorded."""
        return bool(self.records)

    def receipt(self, language: Language) -> list[Table]:
        """What is recorded, as other commands that record print it; no table where nothing is."""
        from sifund_ledger.book.log import log_table

        return [log_table(self.records, language)] if self.records else []

    @property
    def title(self) -> str:
        """What stands above a page of it."""
        return f"{self.book.entity} {self.run.year}"

    @property
    def grave(self) -> tuple[Finding, ...]:
        """What must be mended and what is warned of: a page without the statement is followed by no more."""
        return *self.run.errors, *(each for each in self.run.findings if each.severity is Severity.WARNING)

    def located(self, *findings: Finding) -> tuple[Finding, ...]:
        """Findings with the places of the file that the figures are read from."""
        return tuple(self.given.read.located(findings))


def print_comparison(drawn: DrawnUp, output: Output) -> ExitCode:
    """What the general ledger has of the year beside the book, and the record that says so."""
    table = drawn.book.comparison(drawn.run.year, language=output.language)
    text = written([table], output, title=drawn.title)
    return output.deliver(text, (*drawn.given.findings, *drawn.warned), recorded=True)


def print_texts(drawn: DrawnUp, output: Output, sentences: Mapping[str, str]) -> ExitCode:
    """Drafts for the council and the annual report, with a municipality's own ``sentences`` by name."""
    from sifund_ledger.year_end.texts.drafting import text_of

    sections = drawn.book.texts(drawn.run, unit=drawn.given.read.unit, templates=sentences)
    data = Data({"sections": [each._asdict() for each in sections]})
    result = data if output.format == "json" else text_of(sections)
    return _with_receipt_beside(drawn, output, result, drawn.located(*drawn.grave, *drawn.warned))


def print_tie_out(drawn: DrawnUp, output: Output) -> ExitCode:
    """The tie-out page: each figure wherever it stands."""
    text = written(drawn.page.tables(output.language), output, title=drawn.title)
    found = (*drawn.located(*drawn.grave), *drawn.given.findings, *drawn.located(*drawn.warned))
    return _with_receipt_beside(drawn, output, text, found)


def print_report(drawn: DrawnUp, output: Output, form: str, template: str | None) -> ExitCode:
    """The report of the year as a page or a document."""
    from sifund_ledger.report import year_report

    read, year = drawn.given.read, drawn.run.year
    report = year_report(
        drawn.book, year, run=drawn.run, form=form, language=output.language, unit=read.unit,
        calls=output.calls, budget=next(iter(budget_in(read, year)), None),
    )  # fmt: skip
    found = (*drawn.located(*drawn.run.findings), *_beside(drawn))
    return _with_receipt_beside(drawn, output, report_in(report, output, template), found)


def _with_receipt_beside(
    drawn: DrawnUp, output: Output, result: str | bytes | Data, found: tuple[Finding, ...]
) -> ExitCode:
    """Deliver a page or a document; as it has no place for what is recorded, that is printed on standard error."""
    status = output.deliver(result, found, recorded=drawn.recorded)
    for table in drawn.receipt(output.language):
        print_error(table.text())
    return status


def print_statement(drawn: DrawnUp, output: Output) -> ExitCode:
    """The statement, the notes, the funds' accounts, and the postings that it would record."""
    from sifund_ledger.book.log import proposed_table

    run, beside = drawn.run, _beside(drawn)
    proposal = [proposed_table(run.drafts, output.language)] if run.drafts and not run.standing else []
    receipt = drawn.receipt(output.language)
    found = (*drawn.located(*run.findings), *beside)
    if output.format == "text":
        stands = output.language, output.calls
        more = (*(each.text() for each in proposal), *(each.text(*stands) for each in beside))
        text = "\n\n".join([run.text(*stands), *more, *(each.text() for each in receipt)])
        return output.deliver(text, found, carries_findings=True, recorded=drawn.recorded)
    result = _as_tables([*run.tables(output.language), *proposal, *receipt], drawn, output)
    return output.deliver(result, found, recorded=drawn.recorded)


def _beside(drawn: DrawnUp) -> tuple[Finding, ...]:
    """What is found beside the year itself."""
    return *drawn.given.findings, *drawn.located(*drawn.run.standing, *drawn.warned)


def _as_tables(tables: Sequence[Table], drawn: DrawnUp, output: Output) -> str | Data:
    """The tables, and the statement beside them where they go out as data."""
    from sifund_ledger.exchange.statements.statement_json import statement_as_data

    data = output.format == "json"
    statement = {"statement": statement_as_data(drawn.run.statement, output.language, output.calls)} if data else None
    return written(tables, output, title=drawn.title, snapshot=statement)
