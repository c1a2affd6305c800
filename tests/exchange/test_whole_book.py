"""A whole book as a workbook: every record and posting, live control sums, and each cell that a person changes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sifund_ledger import Decision, open_book, sek
from sifund_ledger.exchange import book_to_xlsx, changed_cells
from sifund_ledger.exchange.template.sheets import read_sheets

_BOOKS = sorted((Path(__file__).parents[1] / "data" / "books").glob("*.sifund"))
KF = Decision.parse("KF 2014-04-28 § 31")


def edited(data: bytes, **cells: Any) -> bytes:
    book, out = load_workbook(BytesIO(data)), BytesIO()
    for where, value in cells.items():
        sheet, _, cell = where.rpartition("__")
        book[sheet][cell] = value
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("path", _BOOKS, ids=lambda path: path.stem)
def test_every_posting_stands_on_a_row_and_its_accounts_tie(path: Path, tmp_path: Path) -> None:
    with open_book(path) as book:
        data = book_to_xlsx(book)
        sheets = {sheet.name: sheet for sheet in read_sheets(data, "f.xlsx")}
        postings = [line for record in book.records() if record.entry for line in record.entry.postings]
        rows = {row for row, _ in sheets["Konteringar"].cells if row > 4}
        assert len(rows) == len(postings)
        assert len({row for row, _ in sheets["Journal"].cells}) >= book.head.seq
        controls = sheets["Kontrollsummor"]
        amounts = [controls.cells[row, 3] for row in range(5, 5 + len({line.account for line in postings}))]
        ours = {account: money.amount for account, money in book.balances.items()}
        assert sorted(amount for amount in amounts if amount) == sorted(ours.values())
        assert all(controls.cells[row, 4] == controls.cells[row, 3] for row in range(5, 5 + len(amounts)))
        assert not changed_cells(data, book)
        assert data == book_to_xlsx(book)


def test_each_changed_cell_is_found_and_no_other() -> None:
    with open_book(_BOOKS[0]) as book:
        data = book_to_xlsx(book)
        changed = edited(data, Konteringar__H6=1, Konteringar__E7="annat", Kontrollsummor__D5=7, Beslut__A40="ny")
        found = changed_cells(changed, book, name="f.xlsx")
    assert [each.place for each in found] == [
        "f.xlsx:Konteringar!H6", "f.xlsx:Konteringar!E7", "f.xlsx:Kontrollsummor!D5", "f.xlsx:Beslut!A40",
    ]  # fmt: skip


def test_an_earlier_workbook_is_held_against_the_book_as_it_was(tmp_path: Path) -> None:
    book = open_book(tmp_path / "ale.sifund", create="Ale", actor="ekonomi")
    book.open_equity(2012, sek("100"), opening_deficits=[], decision=KF)
    data = book_to_xlsx(book, language="en")
    book.record_result(2013, sek("5"))
    assert not changed_cells(data, book)
    assert [each.code for each in changed_cells(edited(data, Postings__H5=1), book)] == ["CELL_CHANGED"]


def test_no_name_of_a_book_becomes_a_formula(tmp_path: Path) -> None:
    book = open_book(create="=1+1", actor="=ekonomi")
    book.open_equity(2012, sek("100"), opening_deficits=[], decision=KF)
    book.record_result(2013, sek("50"))
    book.create_fund("=SUM(A1)", policy="tomelilla_earmark", decision=KF)
    book.set_aside("=SUM(A1)", sek("5"), result_year=2013, decision=KF)
    sheets = read_sheets(book_to_xlsx(book), "f.xlsx")
    ours = {"Innehåll", "Kontrollsummor", "Fonder"}
    assert all(sheet.name in ours for sheet in sheets if sheet.formulas)
    assert not any("SUM(A1)" in formula for sheet in sheets for formula in sheet.formulas.values())
    assert any(value == "=SUM(A1)" for sheet in sheets for value in sheet.cells.values())
