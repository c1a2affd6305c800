"""Every amount of a report is the same, cell by cell, as text, page, Word, workbook, CSV and JSON, over drawn books."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from alike_workbooks import assert_workbook
from books import municipal, orebro
from hypothesis import settings
from models.fund_machine import FundMachine
from models.running import NOT_SHORTENED
from models.year_end_machine import YearEndMachine
from opened import assert_opens
from reading import Page
from word_reading import WordPage

from sifund_ledger import Book, YearFigures, sek
from sifund_ledger.amounts import ORE_PER_UNIT
from sifund_ledger.balance.tables.beside_earmarks import with_and_without_table
from sifund_ledger.book.at_close import at_close
from sifund_ledger.exchange import tables_to_json
from sifund_ledger.exchange.tables import tables_to_csv
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED
from sifund_ledger.report import Report, fund_report, project_report, year_report
from sifund_ledger.report.document import Figures
from sifund_ledger.table import ColumnKind


def assert_alike_in_word(report: Report) -> None:
    """The document reads back as the tables have it; amounts on the right."""
    document = WordPage(report.docx())
    assert set(document.links) <= set(document.places)
    assert len(document.places) == len(set(document.places))
    assert len(document.tables) == len(report.tables)
    for read, table in zip(document.tables, report.tables, strict=True):
        assert len(read.rows) - read.heads == len(table.rows)
        for cells, row, printed in zip(read.rows[read.heads :], table.rows, table.printed(), strict=True):
            alone = row.kind.value in ("heading", "remark") and len(row.cells) == 1
            assert [cell.text for cell in cells] == (printed[:1] if alone else printed)
            for cell, kind in zip(cells[1:], table.kinds[1:], strict=False):
                assert cell.style.endswith("belopp") == (
                    kind in (ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT)
                )


def assert_alike(report: Report) -> Page:
    """The page reads back as the tables have it, and as their JSON has it; so does the document."""
    assert_alike_in_word(report)
    page = Page(report.html())
    assert page.faults == []
    assert page.fetches == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    told = json.loads(tables_to_json(report.tables))["tables"]
    assert len(page.tables) == len(report.tables) == len(told)
    for read, table, as_json in zip(page.tables, report.tables, told, strict=True):
        rows = read.rows[1:] if any(table.heads) else read.rows
        assert len(rows) == len(table.rows)
        kept = iter(as_json["rows"])
        for (_, cells), row, printed in zip(rows, table.rows, table.printed(), strict=True):
            if len(row.cells) == 1:
                assert cells[0].text == printed[0]
            else:
                assert [cell.text for cell in cells] == printed
            if row.kind.value == "remark":
                continue
            of_json = next(kept)
            for cell, column in zip(cells, table.columns, strict=False):
                amount = of_json[column.code] if column.kind is ColumnKind.AMOUNT else None
                assert cell.value == amount, (table.code, row.code, column.code)
    assert_workbook(report)
    assert_alike_in_lines(report)
    return page


def assert_alike_in_lines(report: Report) -> None:
    """The text and the CSV of each table have its cells: as printed, and with a decimal comma and the same amount."""
    for table in report.tables:
        lines = iter(table.text().splitlines())
        read = csv.reader(io.StringIO(tables_to_csv([table], language="sv")), delimiter=";")
        assert next(read) == list(table.heads)
        for row, printed in zip(table.rows, table.printed(), strict=True):
            said = [cell for cell in printed if cell]
            assert any([cell for cell in re.split(r" {2,}", line.strip()) if cell] == _parted(said) for line in lines)
            if row.kind.value == "remark":
                continue
            cells = next(read)
            for cell, there, kind in zip(row.cells, cells, table.kinds, strict=False):
                if kind is ColumnKind.AMOUNT and isinstance(cell, int):
                    assert Decimal(there.replace(",", ".")) * ORE_PER_UNIT[table.unit] == cell


def _parted(said: list[str]) -> list[str]:
    """Cells as a reader of a line parts them: at two blanks or more, which a name may have in it too."""
    return [part for part in re.split(r" {2,}", "  ".join(said).strip()) if part]


def assert_reported(book: Book) -> None:
    """Every form of the last year's report, and of each fund's and project's."""
    for year in book.years[-1:]:
        for form, language in (("annual", "en"), ("working", "sv")):
            report = year_report(book, year, form=form, language=language)
            assert_alike(report)
        known = {*_amounts_of(book, year, report)}
        for chart in report.charts:
            assert set(chart.values) <= known, chart.code
        assert_opens(report)
    for fund in book.funds:
        of_fund = fund_report(book, fund)
        assert_alike(of_fund)
        assert_opens(of_fund)
        assert_moved(book, fund)
    for project in book.projects:
        of_project = project_report(book, project, language="en")
        assert_alike(of_project)
        assert_opens(of_project)


def _amounts_of(book: Book, year: int, report: Report) -> list[int]:
    tables = [*report.tables, *book.statement(year).tables()]
    tables += [with_and_without_table(book.statement(year).columns, "kr")]
    tables += [book.fund_account(fund, year=year).table() for fund in book.funds]
    then = at_close(book, year)
    tables += [then.repayments(fund) for fund in book.funds]
    return [amount for table in tables for amount in table.amounts()]


def assert_moved(book: Book, fund: str) -> None:
    """The records behind a movement of a fund's account sum to it."""
    by_seq = {record.seq: record for record in book.records()}
    report = fund_report(book, fund)
    parts = [part for section in report.sections for part in section.parts if isinstance(part, Figures)]
    for part in parts:
        if part.table.code != "fund_account" or str(part.table.title).count(","):
            continue
        for (number, position), origin in part.origins.items():
            code, head = part.table.columns[position].code, str(part.table.rows[number].cells[0])
            if code in ("set_aside", "renewal", "moved", "used", "dissolved", "corrected") and head.isdigit():
                postings = [line for seq in origin.records for line in by_seq[seq].entry.postings]
                pots = [line.ore for line in postings if line.account.code in (FUND_AVAILABLE, FUND_COMMITTED)
                        and line.account.fund == fund]  # fmt: skip
                assert -sum(pots) == part.table.rows[number].cells[position], (head, code)


class ReportedYearEnds(YearEndMachine):
    def teardown(self) -> None:
        assert_reported(self.book)


class ReportedFunds(FundMachine):
    def teardown(self) -> None:
        assert_reported(self.book)


_FEW = settings(NOT_SHORTENED, max_examples=3, stateful_step_count=12)


class TestReportsOfYearEnds(ReportedYearEnds.TestCase):
    settings = _FEW


class TestReportsOfFunds(ReportedFunds.TestCase):
    settings = _FEW


@pytest.mark.slow
class TestReportsOfFundsLong(ReportedFunds.TestCase):
    settings = settings(_FEW, max_examples=12, stateful_step_count=30)


@pytest.mark.parametrize("year", [2016, 2022, 2026])
def test_the_story_of_orebro_is_alike_in_every_form(year):
    assert_alike(year_report(orebro(), year))
    assert_alike(year_report(orebro(), year, form="working", unit="tkr", language="en"))


def test_the_page_sums_as_it_says():
    page = Page(year_report(orebro(), 2016).html())
    account = next(table for table in page.tables if table.caption.startswith("Öronmärkt i eget kapital"))
    equity = next(table for table in page.tables if table.caption.startswith("Not Eget kapital"))
    for column in (1, 2):
        moved = sum(account.amount(label, column) for label in ("Ingående", "Öronmärkt", "Ianspråktaget"))
        assert moved == account.amount("Utgående", column)
        assert (
            account.amount("varav disponibelt", column) + account.amount("varav beviljat, ej förbrukat", column)
            == moved
        )
        opening = equity.amount("Eget kapital vid årets början", column)
        assert opening + equity.amount("Årets resultat", column) == equity.amount("Eget kapital vid årets slut", column)
    assert equity.amount("Eget kapital vid årets slut", 2) == equity.amount("Eget kapital vid årets början")
    plans = next(table for table in page.tables if "Återföringsplaner" in table.caption)
    sums = [Decimal(0)] * 6
    for kind, cells in plans.rows[1:]:
        if kind == "sum":
            assert [Decimal(cell.value) for cell in cells[1:]] == sums
            sums = [Decimal(0)] * 6
        elif len(cells) > 1:
            sums = [total + Decimal(cell.value) for total, cell in zip(sums, cells[1:], strict=True)]


def test_a_year_end_that_is_not_recorded_is_marked_and_printed_as_it_is_proposed():
    book = municipal()
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision="KF 2014-04-28 § 32")
    head = book.head
    report = year_report(book, 2013, run=run, form="working")
    page = assert_alike(report)
    assert book.head == head
    assert report.draft == "Förslag: inte registrerat i boken"
    assert page.tables[2].caption.startswith("Balanskravsutredning")
    assert page.tables[2].amount("Årets balanskravsresultat") == -1_500_000
    assert page.tables[2].amount("Synnerliga skäl att inte återställa") == 1_500_000
    assert any(section.code == "postings" for section in report.sections)
    run.post()
    assert year_report(book, 2013).draft == ""


def test_what_rests_on_a_proposed_decision_is_a_draft():
    book = municipal()
    from sifund_ledger import Decision

    proposed = Decision.parse("KF 2014-04-28 § 32", state="proposed")
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision=proposed)
    assert "föreslagna" in Page(year_report(book, 2013, run=run).html()).said
