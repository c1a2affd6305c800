"""Whatever a book holds, all that leaves it as JSON fits the published schemas, closed."""

from __future__ import annotations

import pytest
from exchange.fitting import assert_fits
from hypothesis import settings
from models.fund_machine import FundMachine
from models.running import NOT_SHORTENED
from models.year_end_machine import YearEndMachine

from sifund_ledger.audit import audit, compare_books
from sifund_ledger.book import Book
from sifund_ledger.book.lists import due_table, list_table
from sifund_ledger.book.log import log_table
from sifund_ledger.exchange import findings_to_json, snapshot_to_json, statement_to_json, tables_to_json
from sifund_ledger.exchange.audit_json import audit_to_json
from sifund_ledger.exchange.changes_json import changes_to_json
from sifund_ledger.exchange.dump import dump_lines


def assert_all_fits(book: Book) -> None:
    assert_fits(snapshot_to_json(book), "book")
    for fund in book.funds.values():
        assert_fits(snapshot_to_json(fund), "fund")
        assert_fits(tables_to_json(fund.tables("en")), "tables")
    for project in book.projects.values():
        assert_fits(snapshot_to_json(project), "project")
        assert_fits(tables_to_json(project.tables()), "tables")
    lists = [list_table(book, what) for what in ("years", "funds", "projects", "decisions", "corrections")]
    assert_fits(tables_to_json([*lists, log_table(book.records(), "en"), due_table(book, 2020)]), "tables")
    for year in book.years[-1:]:
        statement = book.statement(year)
        assert_fits(statement_to_json(statement, language="en"), "statement")
        assert_fits(tables_to_json([*statement.tables(), *book.equity_note(year).tables()]), "tables")
        assert_fits(findings_to_json(statement.findings), "findings")
    report = audit(book.store, since=str(book.checkpoint))
    assert_fits(audit_to_json(report), "audit")
    assert_fits(changes_to_json(compare_books(book, book), language="en"), "changes")
    for line in dump_lines(book.store.scan()):
        assert_fits(line, "dump")


class FundsAsJson(FundMachine):
    def teardown(self) -> None:
        assert_all_fits(self.book)


class YearEndsAsJson(YearEndMachine):
    def teardown(self) -> None:
        assert_all_fits(self.book)


_FEW = settings(NOT_SHORTENED, max_examples=4, stateful_step_count=10)


class TestFundsAsJson(FundsAsJson.TestCase):
    settings = _FEW


class TestYearEndsAsJson(YearEndsAsJson.TestCase):
    settings = _FEW


@pytest.mark.slow
class TestFundsAsJsonLong(FundsAsJson.TestCase):
    settings = settings(_FEW, max_examples=12, stateful_step_count=20)
