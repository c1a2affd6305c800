"""A table set on a sheet reads back as it was: numbers as numbers, names as text, whatever they look like."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models.counting import count

from sifund_ledger.amounts import ORE_PER_UNIT
from sifund_ledger.sums import Part, Sum, Term
from sifund_ledger.table import LABEL, Column, ColumnKind, Row, RowKind, Table
from sifund_ledger.workbook import Workbook
from sifund_ledger.workbook.names import SheetNames
from sifund_ledger.workbook.sheet import LARGEST_ORE, cell_name, column_name
from sifund_ledger.workbook.sums import recomputed, sums_of
from sifund_ledger.written import on_one_line

_FEW = settings(max_examples=40)
OBEYED = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "1E5", "http://x.example", "internal:A1", "_x0041_",
          "a\x00b\x1b[31m\u202e", "'", "\ud800", "x" * 40_000, "&L&P", "2014-01-01", "TRUE", "")  # fmt: skip
"""What a spreadsheet program would obey, count, follow or decode."""
KINDS = {
    ColumnKind.TEXT: st.sampled_from(OBEYED) | st.text(max_size=30),
    ColumnKind.AMOUNT: st.integers(-LARGEST_ORE * 10, LARGEST_ORE * 10) | st.integers(-(10**9), 10**9),
    ColumnKind.SHARE: st.fractions(-2, 2, max_denominator=10**6),
    ColumnKind.COUNT: st.integers(0, 10**9),
    ColumnKind.YEAR: st.integers(1800, 2100),
    ColumnKind.DAY: st.dates(date(1890, 1, 1), date(2100, 1, 1)),
}


@st.composite
def tables(draw) -> Table:
    kinds = [ColumnKind.TEXT, *draw(st.lists(st.sampled_from([*KINDS]), min_size=1, max_size=5))]
    columns = tuple(Column(f"c{i}", draw(KINDS[ColumnKind.TEXT]), kind) for i, kind in enumerate(kinds))
    cells = st.tuples(*(KINDS[kind] | st.none() for kind in kinds))
    plain = st.builds(Row, cells, st.sampled_from([RowKind.PLAIN, RowKind.SUM]), level=st.integers(0, 3))
    headings = st.builds(lambda said, kind: Row((said,), kind), KINDS[ColumnKind.TEXT],
                         st.sampled_from([RowKind.HEADING, RowKind.REMARK]))  # fmt: skip
    rows = draw(st.lists(plain | headings, max_size=8))
    remarks = tuple(draw(st.lists(KINDS[ColumnKind.TEXT], max_size=2)))
    unit = draw(st.sampled_from(["kr", "tkr", "mkr"]))
    language = draw(st.sampled_from(["sv", "en"]))
    return Table(draw(KINDS[ColumnKind.TEXT]), columns, tuple(rows), remarks, unit, language=language)


def written(table: Table) -> tuple[bytes, int]:
    workbook = Workbook(str(table.title), "Örebro & =kommun", language=table.language, draft="&P=1", foot="12:ab")
    first = workbook.sheet(str(table.title)).table(table)
    return workbook.file(), first


def read(data: bytes, position: int = 1):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return book[book.sheetnames[position]]


def as_text(text: object) -> str:
    flat = on_one_line(str(text))
    return flat if len(flat) <= 16_000 else f"{flat[:15_999]}…"


@_FEW
@given(tables())
def test_every_cell_reads_back_as_what_it_is(table):
    data, first = written(table)
    sheet = read(data)
    for number, (row, printed) in enumerate(zip(table.rows, table.printed(), strict=True), first + 1):
        for position, (cell, text, kind) in enumerate(zip(row.cells, printed, table.kinds, strict=False), 1):
            there = sheet.cell(number, position)
            assert there.data_type in ("n", "s", "d")
            if cell is None or text == "":
                assert there.value in (None, "")
            elif kind is ColumnKind.AMOUNT and abs(cell) <= LARGEST_ORE:
                exact = Decimal(repr(there.value)) * ORE_PER_UNIT[table.unit]
                assert there.data_type == "n"
                assert exact == cell
            elif kind is ColumnKind.AMOUNT:
                assert there.value == text
                assert there.comment is not None
            elif isinstance(cell, Fraction):
                assert abs(Fraction(repr(there.value)) - cell) <= abs(cell) / 10**15
            elif isinstance(cell, date):
                assert there.value == (datetime(cell.year, cell.month, cell.day) if cell >= date(1900, 3, 1) else text)  # noqa: DTZ001
            elif isinstance(cell, int):
                assert there.value == cell
            else:
                assert there.data_type == "s"
                assert there.value == as_text(cell)
    assert b"<f>=" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet2.xml")


@_FEW
@given(tables())
def test_the_same_table_gives_the_same_bytes(table):
    assert written(table)[0] == written(table)[0]


@given(st.lists(st.sampled_from(OBEYED) | st.text(max_size=40), min_size=1, max_size=12))
def test_names_of_sheets_are_allowed_and_given_once(wanted):
    names = SheetNames("Blad")
    given_names = [names.name(each) for each in wanted]
    assert len({name.casefold() for name in given_names}) == len(given_names)
    for name in given_names:
        assert name
        assert not re.search(r"[\[\]:*?/\\']", name)
        assert len(name.encode("utf-16-le")) <= 62


@pytest.mark.parametrize(
    ("language", "forms"), [("sv", ("0 %", "0.0 %", '"≈ "0.0 %')), ("en", ("0%", "0.0%", '"≈ "0.0%'))]
)
def test_a_share_has_the_decimals_that_the_printed_table_has(language, forms):
    shares = (Fraction(3, 5), Fraction(3, 40), Fraction(1, 3))
    table = Table("T", (LABEL, Column("share", "", ColumnKind.SHARE)), tuple(Row(("x", each)) for each in shares),
                  language=language)  # fmt: skip
    data, first = written(table)
    sheet = read(data)
    cells = [sheet.cell(number, 2) for number in range(first + 1, first + 4)]
    assert tuple(cell.number_format.rpartition("]")[2] for cell in cells) == forms
    printed = [row[1] for row in table.printed()]
    assert [text.startswith("≈") for text in printed] == [False, False, True]


def summed() -> Table:
    rows = [Row(("A", 700, 5), code="a"), Row(("B", -250, 10**15 + 1), code="b"), Row(("C", 1), code="c"),
            Row(("Summa", 451, 10**15 + 6), RowKind.SUM, "total")]  # fmt: skip
    return Table("Fonden", (LABEL, Column("2013", "2013"), Column("2014", "2014")), tuple(rows))


def test_a_total_stands_beside_a_formula_and_its_difference():
    data, first = written(summed())
    sheet = read(data)
    assert sheet.cell(first + 4, 2).value == 4.51
    assert sheet.cell(first + 4, 5).value == f"=ROUND(SUM(B{first + 1}:B{first + 3}),2)"
    assert sheet.cell(first + 4, 6).value == f"=ROUND(ABS(B{first + 4}-E{first + 4}),2)"
    assert sheet.cell(first, 6).value == "Kontroll"
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert values.worksheets[1].cell(first + 4, 5).value == 4.51
    assert values.worksheets[1].cell(first + 4, 6).value == 0
    # The second column has an amount that is text: no sheet can compute its total.
    assert sheet.cell(first + 4, 3).data_type == "s"


def test_a_total_that_is_wrong_shows_by_how_much():
    table = summed()
    wrong = Table(table.title, table.columns[:2], (*(row._replace(cells=row.cells[:2]) for row in table.rows[:3]),
                  Row(("Summa", 452), RowKind.SUM, "total")))  # fmt: skip
    data, first = written(wrong)
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert values.worksheets[1].cell(first + 4, 5).value == 0.01
    assert values.worksheets[0]["C6"].value == 0.01


@pytest.mark.parametrize(
    ("part", "counted", "named"),
    [(Part.ALL, -250, "{}"), (Part.BELOW, -250, "MIN(0,{})"), (Part.ABOVE, 0, "MAX(0,{})")],
)
def test_a_term_may_count_only_above_or_below_zero(part, counted, named):
    table = replace(summed(), sums=(Sum("total", (Term("b", -1, part), Term("c"))),))
    (terms,) = [terms for place, terms in sums_of(table).items() if place == (3, 1)]
    assert recomputed(table, terms) == 1 - counted
    data, first = written(table)
    assert read(data).cell(first + 4, 5).value == f"=ROUND(-{named.format(cell_name(first + 1, 1))}+B{first + 3},2)"


@given(st.integers(0, 16_383))
def test_columns_are_named_as_in_formulas(column):
    from openpyxl.utils import get_column_letter

    assert column_name(column) == get_column_letter(column + 1)


def test_the_first_sheet_leads_to_the_others_and_back():
    workbook = Workbook("Hela boken", "Örebro kommun")
    workbook.about("Kontrollpunkt 12:ab")
    for title in ("Fonder", "Fonder", "Projekt: =1"):
        workbook.sheet(title).table(summed())
    book = openpyxl.load_workbook(io.BytesIO(workbook.file()))
    assert book.sheetnames == ["Innehåll", "Fonder", "Fonder (2)", "Projekt =1"]
    targets = [cell.hyperlink.location for row in book["Innehåll"] for cell in row if cell.hyperlink]
    assert targets == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    assert book["Fonder"]["A2"].hyperlink.location == "'Innehåll'!A1"
    assert book["Fonder"].freeze_panes
    assert book["Fonder"].print_title_rows
    assert book["Fonder"].oddHeader.left.text == "Örebro kommun"


def test_what_a_sheet_shows_is_not_cut_on_the_first_one():
    workbook, title = (
        Workbook("Hela boken", "Örebro kommun"),
        "Öronmärkt i eget kapital: sociala insatser; minus minskar",
    )
    workbook.sheet(title).table(summed())
    first = openpyxl.load_workbook(io.BytesIO(workbook.file())).worksheets[0]
    (cell,) = (each for row in first for each in row if each.value == title)
    assert cell.alignment.wrap_text
    assert first.row_dimensions[cell.row].height > 20


def test_a_sheet_costs_as_much_as_it_has_rows():
    def cost(rows: int) -> int:
        lines = [Row((f"Rad {number}", number, 100 * number, date(2014, 1, 1))) for number in range(rows)]
        columns = (
            LABEL,
            Column("n", "Antal", ColumnKind.COUNT),
            Column("o", "Belopp"),
            Column("d", "Dag", ColumnKind.DAY),
        )
        table = Table("Poster", columns, (*lines, Row(("Summa", None, 5), RowKind.SUM, "total")))
        return count(lambda: written(table))

    cost(50)  # what is loaded and kept at the first is no part of it
    assert cost(400) < 4.2 * cost(100)
