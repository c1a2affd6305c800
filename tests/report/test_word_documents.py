"""Reports as Word documents: named styles, a template's own, the same bytes, nothing obeyed, read by LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from books import HOSTILE, hostile, municipal, orebro
from docx.shared import Mm, Pt
from openxml_audit import OpenXmlValidator
from word_reading import WordPage

from sifund_ledger import UnreadableInput, YearFigures, sek
from sifund_ledger.report import Labels, fund_report, project_report, year_report
from sifund_ledger.report.word.template import blank
from sifund_ledger.table import ColumnKind

GOLDEN = Path(__file__).parent / "golden"


def reports():
    book = orebro()
    yield "orebro-2016-annual", lambda: year_report(book, 2016)
    yield "orebro-2016-member", lambda: year_report(book, 2016, form="member")
    yield "orebro-delvis", lambda: project_report(book, "Delvis")


def outline(report) -> str:
    return "\n".join(WordPage(report.docx()).outline).replace("\xa0", "~") + "\n"


@pytest.mark.parametrize("name", [name for name, _ in reports()])
def test_a_document_says_what_a_person_has_seen(name):
    """Made anew with ``python tests/report/test_word_documents.py``, and looked at, when it should change."""
    assert outline(dict(reports())[name]()) == (GOLDEN / f"{name}.docx.txt").read_text(encoding="utf-8")


def test_the_same_report_is_the_same_bytes_without_author_or_clock():
    data = year_report(orebro(), 2016).docx()
    assert year_report(orebro(), 2016).docx() == data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"202" not in archive.read("docProps/core.xml").replace(b"kapital 2016", b"")
    properties = docx.Document(BytesIO(data)).core_properties
    assert properties.title == "Balanskrav och öronmärkt eget kapital 2016, Örebro kommun"
    assert (properties.language, properties.author, properties.created, properties.modified) == (
        "sv-SE",
        "",
        None,
        None,
    )


def test_every_style_is_named_and_every_paragraph_has_one():
    ours = set(WordPage(year_report(orebro(), 2016).docx()).names.values())
    for report in (year_report(orebro(), 2022, form="working"), fund_report(orebro(), "social")):
        page = WordPage(report.docx())
        assert {style for style, _ in page.paragraphs} <= ours
        assert "" not in {style for style, _ in page.paragraphs}
        of_tables = {each for each in ours if each.startswith("Tab")}
        assert [table.heads for table in page.tables] == [int(any(table.heads)) for table in report.tables]
        for table in page.tables:
            assert table.title
            assert {cell.style for row in table.rows for cell in row} <= of_tables
    assert {"Title", "Subtitle", "heading 1", "heading 2", "Body Text", "caption", "header", "footer"} <= ours


def test_charts_are_words_own_with_their_amounts_and_a_text_alternative():
    report = year_report(orebro(), 2016)
    page = WordPage(report.docx())
    charts = [data.decode() for name, data in page.parts.items() if name.startswith("word/charts/")]
    assert len(charts) == len(report.charts) == len(page.drawn)
    for chart, drawn in zip(report.charts, page.drawn, strict=True):
        assert drawn["descr"].replace("\xa0", " ") == chart.alternative
        assert any(f"<a:t>{chart.heading}</a:t>" in each for each in charts)
    forms = {form for each in charts for form in re.findall(r'formatCode="([^"]*#[^"]*)"', each)}
    assert all(form.replace("&quot;", "'").partition(";")[2].startswith("[$-41D]\\\u2212#") for form in forms), forms
    assert len({drawn["id"] for drawn in page.drawn}) == len(charts)


def test_the_checkpoint_and_the_page_stand_on_every_page_and_the_draft_where_it_is_one():
    book = municipal()
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")))
    report = year_report(book, 2013, run=run, form="working")
    page = WordPage(report.docx())
    assert page.of_pages("header") == ["Tomelilla kommun · Förslag: inte registrerat i boken"]
    assert page.of_pages("footer") == [f"Sida 1 av 1 · Kontrollpunkt {report.checkpoint}"]
    assert [each for data in page.parts.values() for each in (b" PAGE ", b" NUMPAGES ") if each in data] == [
        b" PAGE ", b" NUMPAGES ",
    ]  # fmt: skip
    final = WordPage(year_report(orebro(), 2016, language="en").docx())
    assert final.of_pages("header") == ["Örebro kommun"]
    assert final.of_pages("footer")[0].startswith("Page 1 of 1 · Checkpoint ")


def test_the_way_leads_from_an_amount_to_its_origin_and_to_the_record():
    report = year_report(orebro(), 2022, form="working")
    page = WordPage(report.docx())
    assert set(page.links) <= set(page.places)
    assert len(page.places) == len(set(page.places))
    said = [text for style, text in page.paragraphs if style == "Härledning"]
    assert any("Årets balanskravsresultat, 2022" in text and "BKR-1" in text for text in said)
    assert any(style == "Post" and "årets resultat" in text for style, text in page.paragraphs)
    assert any("BKR-1, LKBR (2018:597) 11:10" in line for line in page.outline if line.startswith("    "))
    assert WordPage(year_report(orebro(), 2022).docx()).links == []


def test_a_wide_table_stands_on_a_page_on_its_side_and_fills_it():
    page = WordPage(fund_report(orebro(), "social").docx())
    turned = [section for section in page.document.sections if section.orientation == 1]
    assert len(turned) == 1
    assert turned[0].page_width // 635 == 16838
    upright, on_its_side = (
        section.page_width - section.left_margin - section.right_margin for section in page.document.sections[:2]
    )
    assert {sum(table.widths) for table in page.tables} == {upright // 635, on_its_side // 635}


def faults_of(data: bytes, path: Path) -> list[str]:
    """What the schemas of the format, and Word as it is known, have against a document."""
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def test_a_document_is_as_the_schemas_of_its_format_have_it(tmp_path):
    assert faults_of(year_report(orebro(), 2016).docx(), tmp_path / "annual.docx") == []


@pytest.mark.slow
def test_documents_of_every_kind_are_as_the_schemas_have_them(tmp_path):
    working = year_report(orebro(), 2022, form="working")
    assert faults_of(working.docx(), tmp_path / "working.docx") == []
    assert faults_of(working.docx(municipality(tmp_path)), tmp_path / "templated.docx") == []
    assert faults_of(year_report(hostile(), 2013, form="working").docx(), tmp_path / "hostile.docx") == []
    assert faults_of(fund_report(orebro(), "social").docx(), tmp_path / "fund.docx") == []


# What is not ours


@pytest.mark.parametrize("form", ["annual", "working", "member"])
def test_hostile_names_are_text_in_word(form):
    labels = Labels({"statement": {"net_result": "a\x1b[31mröd\x07\u202e\x00\ufffe\ud800"}})
    page = WordPage(year_report(hostile(), 2013, form=form, labels=labels).docx())
    assert page.external == []
    if form != "member":
        for name in HOSTILE:
            assert name.replace("\u202e", "") in page.said.replace("\\u202e", "")
        assert "a\\x1b[31mröd\\x07\\u202e\\x00\\ufffe\\ud800" in page.said
    assert "\u202e" not in page.said
    for data in (part for name, part in page.parts.items() if name.endswith(".xml")):
        assert b"<script>" not in data


def municipality(folder: Path, **changes: str) -> Path:
    """A template of a municipality: styles of its own, text, a picture's worth of headers, and a first page."""
    document = docx.Document()
    document.core_properties.author = "Kommunikationsavdelningen"
    section = document.sections[0]
    section.page_width, section.left_margin = Mm(200), Mm(40)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Kommunens sidhuvud"
    section.first_page_header.paragraphs[0].text = "Kommunens framsida"
    section.footer.paragraphs[0].text = "Org.nr 212000-0000"
    document.styles["Heading 1"].font.size = Pt(9)
    table_text = document.styles.add_style("Tabelltext", 1)
    table_text.font.name = "Courier New"
    document.add_paragraph("Text som inte hör dit")
    document.add_section()
    document.add_paragraph("Mer text")
    path = folder / changes.get("name", "mall.docx")
    document.save(path)
    return path


def test_a_template_gives_its_styles_pages_headers_and_no_text(tmp_path):
    report = year_report(orebro(), 2022, form="working")
    data = report.docx(municipality(tmp_path))
    assert data == report.docx(municipality(tmp_path))
    page = WordPage(data)
    assert "Text som inte hör dit" not in page.said
    assert round(page.document.sections[0].page_width / Mm(1)) == 200
    styles = {style.name: style for style in page.document.styles}
    assert len(styles) == len(page.document.styles)
    assert styles["Tabelltext"].font.name == "Courier New"
    assert styles["Tabellbelopp"].base_style.name == "Tabelltext"
    assert styles["Heading 1"].font.size == Pt(9)
    assert "Kommunens sidhuvud" in page.of_pages("header")
    assert page.document.sections[0].different_first_page_header_footer
    assert not any(section.different_first_page_header_footer for section in list(page.document.sections)[1:])
    assert [text for text in page.of_pages("footer") if report.checkpoint in text]
    assert page.document.core_properties.author == ""
    ours = WordPage(report.docx())
    assert [[[cell.text for cell in row] for row in table.rows] for table in page.tables] == [
        [[cell.text for cell in row] for row in table.rows] for table in ours.tables
    ]
    draft = year_report(municipal(), 2013, run=municipal().year_end(2013, YearFigures(net_result=sek(1))))
    heads = WordPage(draft.docx(municipality(tmp_path))).of_pages("header")
    assert all("Förslag: inte registrerat i boken" in text for text in heads)
    assert any(text.startswith("Kommunens framsida") for text in heads)


def test_a_template_without_colours_gets_ours_and_one_of_wide_letters_breaks_no_amount(tmp_path):
    path = municipality(tmp_path)
    bare = tmp_path / "bare.docx"
    bare.write_bytes(
        repacked(path, lambda n, d: [] if "theme" in n else [(n, re.sub(rb"<Relationship [^>]*theme[^>]*>", b"", d))])
    )
    report = year_report(orebro(), 2022, form="working")
    assert any(name.startswith("word/theme/") for name in WordPage(report.docx(bare)).parts)
    page = WordPage(report.docx(path))  # Courier New in 11 points: a character is 0.6 of its size
    for table, read in zip(report.tables, page.tables, strict=True):
        for row in table.printed():
            for cell, kind, width in zip(row, table.kinds, read.widths, strict=True):
                if kind is ColumnKind.AMOUNT:
                    assert len(cell) * read.size * 6 + 140 <= width, (table.code, cell)


def repacked(path: Path, change) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.namelist():
            for new, data in change(name, archive.read(name)):
                made.writestr(new, data)
    return out.getvalue()


def unfit(folder: Path):
    path = municipality(folder)
    whole = path.read_bytes()
    main = b"wordprocessingml.document.main+xml"
    yield "dotx", repacked(path, lambda n, d: [(n, d.replace(main, b"wordprocessingml.template.main+xml"))])
    yield (
        "docm",
        repacked(
            path,
            lambda n, d: [
                (
                    n,
                    d.replace(
                        b"vnd.openxmlformats-officedocument." + main, b"vnd.ms-word.document.macroEnabled.main+xml"
                    ),
                )
            ],
        ),
    )
    yield "text", b"Balanskravsutredning"
    yield "empty", b""
    yield "half", whole[: len(whole) // 2]
    yield "doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    yield "flipped", whole[:2000] + bytes(200) + whole[2200:]
    yield "no document", repacked(path, lambda n, d: [] if n == "word/document.xml" else [(n, d)])
    yield "no xml", repacked(path, lambda n, d: [(n, d[:-40] if n == "word/styles.xml" else d)])
    yield "bomb", repacked(path, lambda n, d: [(n, d + b" " * 61_000_000 if n == "word/document.xml" else d)])
    yield "many", repacked(path, lambda n, d: [(n, d), *((f"{n}{i}", b"") for i in range(300))])
    entities = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
    yield (
        "entities",
        repacked(path, lambda n, d: [(n, entities + d.partition(b"?>")[2] if n == "word/document.xml" else d)]),
    )
    with zipfile.ZipFile(out := BytesIO(), "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
    yield "other", out.getvalue()


def test_what_is_no_template_is_refused_with_what_to_do(tmp_path):
    report = year_report(orebro(), 2016, form="member")
    for name, data in unfit(tmp_path):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        with pytest.raises(UnreadableInput) as caught:
            report.docx(path)
        assert [found.code for found in caught.value.findings] == ["WORD_TEMPLATE_UNREADABLE"], name
    with pytest.raises(UnreadableInput) as caught:
        report.docx(tmp_path / "absent.docx")
    assert [found.code for found in caught.value.findings] == ["FILE_UNREADABLE"]


def test_the_blank_document_opens_and_nothing_loads_python_docx_before():
    assert [style.name for style in blank().styles][:1] == ["Normal"]
    code = (
        "import sys; from sifund_ledger.cli.program import run; run(['report', '--help']); "
        "import sifund_ledger.report; from sifund_ledger.report import year_report; sys.exit('docx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


# LibreOffice


def pages_of(data: bytes, folder: Path) -> list[str]:
    """The text of each page as LibreOffice prints it."""
    tools = [shutil.which("soffice"), shutil.which("pdftotext")]
    if None in tools:
        assert os.environ.get("CI") != "true", "LibreOffice and pdftotext are asked for where CI=true"
        pytest.skip("LibreOffice or pdftotext is not installed")
    (folder / "report.docx").write_bytes(data)
    command = [
        tools[0], f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
        str(folder), str(folder / "report.docx"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    told = subprocess.run([tools[1], "-layout", folder / "report.pdf", "-"], check=True, capture_output=True)
    return told.stdout.decode().split("\f")[:-1]


@pytest.mark.slow
@pytest.mark.parametrize("templated", [False, True])
def test_libreoffice_prints_what_the_document_says(tmp_path, templated):
    book = municipal()
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")))
    report = year_report(book, 2013, run=run, form="working")
    pages = pages_of(report.docx(municipality(tmp_path) if templated else None), tmp_path)
    assert all("Förslag: inte registrerat i boken" in page for page in pages)
    assert all(report.checkpoint in page for page in pages[1 if templated else 0 :])
    printed = " ".join(" ".join(pages).replace("\xa0", " ").split())
    for table in report.tables:
        for row in table.printed():
            assert all(" ".join(cell.split()) in printed for cell in row if len(cell) < 16), row


@pytest.mark.slow
def test_the_page_of_a_member_is_one_page(tmp_path):
    assert len(pages_of(year_report(orebro(), 2016, form="member").docx(), tmp_path)) == 1


if __name__ == "__main__":
    for name, make in reports():
        (GOLDEN / f"{name}.docx.txt").write_text(outline(make()), encoding="utf-8")
