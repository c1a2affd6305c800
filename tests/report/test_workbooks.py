"""A report as a workbook: what stands on which sheet, what adds up, what is never obeyed, and the same bytes again."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from alike_workbooks import assert_workbook
from books import HOSTILE, OBEYED, hostile, municipal, orebro
from models.counting import count
from models.growing import LAST, book_of
from reading_workbooks import ReadWorkbook

from sifund_ledger import YearFigures, sek
from sifund_ledger.report import Labels, fund_report, project_report, year_report
from sifund_ledger.report.charts.chart import Shape
from sifund_ledger.report.excel.charts import table_of

IN_CI = os.environ.get("CI") == "true"
MIB = 2**20


def working() -> ReadWorkbook:
    return ReadWorkbook(year_report(orebro(), 2022, form="working").xlsx())


def test_the_sheets_of_each_form():
    annual = ReadWorkbook(year_report(orebro(), 2016).xlsx())
    assert annual.names[:5] == ["Innehåll", "Kort sagt", "Balanskravsutredning", "Eget kapital", "Öronmärkta fonder"]
    assert annual.names[-2:] == ["Bilder", "Bildernas belopp"]
    read = working()
    assert read.names[1] == "Iakttagelser"
    assert read.names[-3:] == ["Poster", "Konteringar", "Var beloppen kommer ifrån"]
    assert "Texter, utkast" in read.names
    member = ReadWorkbook(year_report(orebro(), 2016, form="member").xlsx())
    assert member.names == ["Innehåll", "Kort sagt", "Bilder", "Bildernas belopp"]
    english = ReadWorkbook(year_report(orebro(), 2016, language="en").xlsx())
    assert english.names[0] == "Contents"
    for report in (fund_report(orebro(), "social"), project_report(orebro(), "Delvis")):
        assert "Poster" in ReadWorkbook(report.xlsx()).names


def test_the_way_leads_from_an_amount_to_the_record_and_what_it_posts():
    read = working()
    follow = {(sheet, cell): target for sheet, cell, target in read.links()}
    sheet = read.values["Balanskravsutredning"]
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Årets balanskravsresultat")
    name, cell = _place(follow["Balanskravsutredning", f"B{row}"])
    assert name == "Var beloppen kommer ifrån"
    steps = read.values[name]
    at = int(cell[1:])
    assert (steps.cell(at, 1).value, steps.cell(at, 3).value) == ("Årets balanskravsresultat", -20_000_000)
    assert steps.cell(at, 4).value == "BKR-1, LKBR (2018:597) 11:10, lagtexten är läst"
    assert _place(follow[name, cell]) == ("Balanskravsutredning", f"B{row}")
    while (name, f"F{at}") not in follow:
        at += 1
        assert steps.cell(at, 1).alignment.indent
    name, cell = _place(follow[name, f"F{at}"])
    assert name == "Poster"
    record = read.values[name][cell].value
    name, cell = _place(follow[name, cell])
    assert (name, read.values[name][cell].value) == ("Konteringar", record)


def test_a_record_is_cited_with_its_decision():
    read = working()
    records = read.table("Poster", 9).rows
    decided = {row[0]: row[7] or "" for row in records}
    steps = [row for row in read.table("Var beloppen kommer ifrån", 6).rows if isinstance(row[5], int)]
    assert all(decided[row[5]] == (row[4] or "") for row in steps)
    assert any(row[4] for row in steps)


def _place(target: str) -> tuple[str, str]:
    name, _, cell = target.rpartition("!")
    return name.strip("'"), cell


def test_an_independent_reader_finds_that_the_sheets_sum_as_they_say():
    read = ReadWorkbook(year_report(orebro(), 2016).xlsx())
    account, equity = read.table("Öronmärkta fonder", 3), read.table("Eget kapital", 3)
    for column in (1, 2):
        moved = sum(account.amount(label, column) for label in ("Ingående", "Öronmärkt", "Ianspråktaget"))
        parts = ("varav disponibelt", "varav beviljat, ej förbrukat")
        assert moved == account.amount("Utgående", column)
        assert moved == sum(account.amount(label, column) for label in parts)
        opening = equity.amount("Eget kapital vid årets början", column)
        assert opening + equity.amount("Årets resultat", column) == equity.amount("Eget kapital vid årets slut", column)
    plans = read.table("Återföring", 7)
    sums = [Decimal(0)] * 6
    totals = 0
    for label, *cells in plans.rows:
        if label == "Summa":
            assert [Decimal(repr(cell)) for cell in cells] == sums
            totals += 1
        if label == "Summa" or cells[0] is None:
            sums = [Decimal(0)] * 6
        else:
            sums = [total + Decimal(repr(cell)) for total, cell in zip(sums, cells, strict=True)]
    assert totals == 4


def test_totals_are_live():
    formulas = working().computed()
    assert "=ROUND(-MIN(0,B8),2)" in formulas["Balanskravsutredning"]
    assert "=ROUND(B5+B6,2)" not in formulas["Balanskravsutredning"]
    assert any(each.startswith("=ROUND(B") for each in formulas["Öronmärkta fonder"])
    assert any(each.startswith("=SUM('") for each in formulas["Innehåll"])


def test_charts_take_their_figures_names_and_titles_from_cells():
    report = year_report(hostile(), 2013, form="working")
    with zipfile.ZipFile(io.BytesIO(report.xlsx())) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
        drawings = "".join(parts.read(name).decode() for name in parts.namelist() if "drawings/drawing" in name)
    assert len(charts) == len([chart for chart in report.charts if any(chart.values)])
    for chart in charts:
        assert "<c:rich>" not in chart
        assert set(re.findall(r"<c:f>'([^!]*)'!\$", chart)) == {"Bildernas belopp"}
    assert drawings.count('descr="') == len(charts)
    with_axis = table_of(next(chart for chart in report.charts if chart.shape is Shape.FLOW))
    assert str(with_axis.title).endswith(f"({with_axis.unit})")


def test_hostile_names_are_text_and_nothing_is_obeyed():
    labels = Labels({"statement": {"net_result": OBEYED, "title": HOSTILE[1]}, "equity": {"closing": "=1+1"}})
    data = year_report(hostile(), 2013, form="working", labels=labels).xlsx()
    read = ReadWorkbook(data)
    said = {cell.value for sheet in read.values for row in sheet.iter_rows() for cell in row if cell.data_type == "s"}
    assert "a\\x1b[31mröd\\x07\\u202e\\x00" in said
    assert {"=1+1", HOSTILE[1], HOSTILE[0]} <= said
    ours = re.compile(r"=(ROUND|SUM)\([-+A-Z0-9(),!:.'åäö –…]+\)", re.IGNORECASE)
    assert all(ours.fullmatch(each) for formulas in read.computed().values() for each in formulas)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
        assert not [name for name in parts.namelist() if "external" in name.lower() or "macro" in name.lower()]
    assert b"TargetMode" not in everything


def test_a_proposal_is_marked_on_every_page_and_the_checkpoint_stands_below():
    book = municipal()
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision="KF 2014-04-28 § 32")
    report = year_report(book, 2013, run=run, form="working")
    read = assert_workbook(report)
    for sheet in read.values:
        assert sheet.oddHeader.right.text == "Förslag: inte registrerat i boken"
        assert report.checkpoint in sheet.oddFooter.left.text
        assert sheet.page_setup.paperSize in (9, "9")


def test_the_same_report_gives_the_same_bytes():
    assert year_report(orebro(), 2016).xlsx() == year_report(orebro(), 2016).xlsx()


def cost(**size: int) -> tuple[int, int]:
    report = year_report(book_of(**size), LAST, form="working")
    report.xlsx()  # what is loaded and kept at the first is no part of it
    data: list[bytes] = []
    lines = count(lambda: data.append(report.xlsx()))
    return lines, len(data[0])


@pytest.mark.slow
def test_a_workbook_grows_with_its_projects_and_years():
    lines, size = cost(projects=2, years=3)
    for larger in ({"projects": 8, "years": 3}, {"projects": 2, "years": 12}):
        more_lines, more_size = cost(**larger)
        assert more_lines < 4.4 * lines, larger
        assert more_size < 4.2 * size, larger


@pytest.mark.slow
def test_twenty_five_years_and_sixty_projects_are_less_than_two_mebibytes():
    data = year_report(book_of(projects=60, years=25), LAST, form="working").xlsx()
    assert len(data) < 2 * MIB


@pytest.mark.slow
def test_libreoffice_computes_what_we_have(tmp_path: Path):
    """Each total computed anew by another program is the book's, to the öre."""
    office = shutil.which("soffice")
    if office is None:
        assert not IN_CI, "LibreOffice must be installed where CI=true"
        pytest.skip("LibreOffice is not installed")
    given = tmp_path / "given.xlsx"
    given.write_bytes(_with_blank_values(year_report(orebro(), 2022, form="working").xlsx()))
    out = tmp_path / "out"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, given],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    ours = ReadWorkbook(year_report(orebro(), 2022, form="working").xlsx())
    theirs = ReadWorkbook((out / "given.xlsx").read_bytes())
    computed = 0
    for sheet in ours.formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    computed += 1
                    anew = theirs.values[sheet.title][cell.coordinate].value
                    there = ours.values[sheet.title][cell.coordinate].value
                    assert Decimal(repr(anew)) == Decimal(repr(there)), (sheet.title, cell.coordinate)
    assert computed > 30
    assert set(theirs.checks()) <= {0}


def _with_blank_values(data: bytes) -> bytes:
    """The workbook without the values of its formulas, so that what is read back was computed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in parts.namelist():
            kept.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", parts.read(name)))
    return out.getvalue()
